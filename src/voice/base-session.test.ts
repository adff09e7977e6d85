import { expect } from '@open-wc/testing';
import { BaseSession } from './base-session.js';
import type { SessionState } from './session.js';
import { VoiceError } from './voice-error.js';

/** A session that changes as a test says, and notes its events. */
class TestSession extends BaseSession {
  readonly told: string[] = [];

  constructor(direction: 'inbound' | 'outbound' = 'outbound') {
    super({ id: 'a', direction, remote: { number: '+12025550123' } });
    for (const name of ['statechange', 'mutechange', 'holdchange', 'microphonechange', 'ended'])
      this.addEventListener(name, () => this.told.push(`${name} ${this.state} ${this.hold}`));
  }

  hangUp = () => {
    this.finish({ reason: 'hung-up', by: 'local' });
    return Promise.resolve();
  };
  retryMicrophone = () => Promise.resolve();
  goes = (state: SessionState) => this.change('state', state);
  mutes = (muted: boolean) => this.change('muted', muted);
  holds = (by: 'local' | 'remote', isHeld: boolean) => this.changeHold(by, isHeld);
  ends = () => this.finish({ reason: 'busy', by: 'remote', code: 486 });
  wants = (...states: readonly SessionState[]) => this.demand(...states);
  opens = (open: (onWaiting: () => void) => Promise<string>) => this.reportMicrophone(open);
}

describe('BaseSession', () => {
  it('starts dialing when it goes out, and ringing when it comes in', () => {
    expect([new TestSession().state, new TestSession('inbound').state]).to.deep.equal(['dialing', 'ringing']);
  });

  it('tells a change once, after it is true', () => {
    const session = new TestSession();
    session.goes('ringing');
    session.goes('ringing');
    expect(session.told).to.deep.equal(['statechange ringing none']);
  });

  it('does not go back', () => {
    const session = new TestSession();
    session.goes('active');
    session.goes('ringing');
    expect(session.state).to.equal('active');
  });

  it('goes to and fro between active and reconnecting', () => {
    const session = new TestSession();
    for (const state of ['active', 'reconnecting', 'active'] as const) session.goes(state);
    expect(session.told.length).to.equal(3);
  });

  it('keeps the holds of both ends apart', () => {
    const session = new TestSession();
    session.holds('local', true);
    session.holds('remote', true);
    session.holds('local', true);
    session.holds('local', false);
    session.holds('remote', false);
    expect(session.told.map((line) => line.split(' ')[2])).to.deep.equal(['local', 'both', 'remote', 'none']);
  });

  it('ends once, and tells nothing after that', async () => {
    const session = new TestSession();
    session.ends();
    await session.hangUp();
    session.mutes(true);
    session.goes('active');
    expect(session.told).to.deep.equal(['statechange ended none', 'ended ended none']);
    expect(session.end).to.deep.equal({ reason: 'busy', by: 'remote', code: 486 });
    expect(session.muted).to.equal(false);
  });

  it('tells the trouble of the microphone until it is open', async () => {
    const session = new TestSession();
    const denied = new VoiceError('MICROPHONE_DENIED');
    const error: unknown = await session
      .opens(() => Promise.reject(denied))
      .catch((thrown: unknown) => thrown);
    expect([error, session.microphone]).to.deep.equal([denied, 'denied']);
    const opened = session.opens((onWaiting) => {
      onWaiting();
      return Promise.resolve(session.microphone ?? '');
    });
    expect([await opened, session.microphone]).to.deep.equal(['waiting', undefined]);
  });

  it('demands a state', () => {
    const session = new TestSession();
    expect(() => session.wants('dialing', 'ringing')).not.to.throw();
    expect(() => session.wants('active'))
      .to.throw()
      .with.property('code', 'NOT_POSSIBLE');
  });
});
