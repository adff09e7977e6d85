import { expect } from '@open-wc/testing';
import type { VoiceState } from '../call/index.js';
import { capabilities } from '../call/voice-capabilities.js';
import { BaseProvider } from './base-provider.js';
import { BaseSession } from './base-session.js';
import { VoiceError } from './voice-error.js';

class TestSession extends BaseSession {
  hangUp = () => {
    this.finish({ reason: 'hung-up', by: 'local' });
    return Promise.resolve();
  };
  retryMicrophone = () => Promise.resolve();
}

class TestProvider extends BaseProvider {
  readonly name = 'test';
  readonly capabilities = capabilities();
  connect = () => Promise.resolve();
  disconnect = () => Promise.resolve();
  dial = () => Promise.resolve(this.add(session('dialled')));
  becomes = (state: VoiceState, problem?: VoiceError) => this.changeState(state, problem);
  receives = (id: string) => this.announce(session(id));
}

const session = (id: string) => new TestSession({ id, direction: 'inbound', remote: { number: '1' } });
const idsOf = ({ sessions }: BaseProvider) => sessions.map(({ id }) => id);

describe('BaseProvider', () => {
  it('starts offline, with nothing', () => {
    const { state, problem, sessions } = new TestProvider();
    expect([state, problem, sessions]).to.deep.equal(['offline', undefined, []]);
  });

  it('tells a state, or another problem, once', () => {
    const provider = new TestProvider();
    const told: unknown[] = [];
    provider.addEventListener('statechange', () => told.push([provider.state, provider.problem?.code]));
    const problem = new VoiceError('PHONE_REFUSED');
    provider.becomes('connecting');
    provider.becomes('connecting');
    provider.becomes('failed', problem);
    provider.becomes('failed', problem);
    provider.becomes('connecting', problem);
    provider.becomes('ready');
    expect(told).to.deep.equal([
      ['connecting', undefined],
      ['failed', 'PHONE_REFUSED'],
      ['connecting', 'PHONE_REFUSED'],
      ['ready', undefined],
    ]);
  });

  it('keeps sessions until they end, oldest first', async () => {
    const provider = new TestProvider();
    const first = await provider.dial();
    provider.receives('came in');
    expect(idsOf(provider)).to.deep.equal(['dialled', 'came in']);
    await first.hangUp();
    expect(idsOf(provider)).to.deep.equal(['came in']);
  });

  it('tells of a call that comes in when it is among the sessions', () => {
    const provider = new TestProvider();
    let isListed = false;
    provider.addEventListener('incoming', ({ session: incoming }) => {
      isListed = provider.sessions.includes(incoming);
    });
    provider.receives('a');
    expect(isListed).to.equal(true);
  });
});
