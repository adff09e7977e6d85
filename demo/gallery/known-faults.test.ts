// What HubSpot's own React demo gets wrong, and what happens here.
import { expect } from '@open-wc/testing';
import type { FakeSession } from '../../src/voice/testing/fake-voice.js';
import { findAll } from '../../components/testing/find-all.js';
import { settled, talkTimeMs, type Scene } from './scene.js';
import { play } from './scenes.js';

describe('known faults of HubSpot’s React demo', () => {
  let scene: Scene;

  const shown = () =>
    findAll(scene.box, '[part=party], [part=status], [part=number]')
      // The history goes on to name who called before.
      .filter((element) => element.closest('[part=call]') === null)
      .map(visibleText)
      .join(' ');
  const heard = (type: string) => scene.hubspot.heard.filter((message) => message.type === type).at(-1)?.data;
  const field = (id: string) => findAll(scene.box, id)[0] as HTMLInputElement;

  async function save(): Promise<void> {
    await scene.press('input[name=outcome]');
    await scene.press('[part=save-button]');
    scene.hubspot.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
    await settled();
  }

  async function incoming(): Promise<FakeSession> {
    const session = scene.voice.ring({ number: '+12025550102' });
    await settled();
    return session;
  }

  beforeEach(async () => {
    scene = await play('ready', document.body.appendChild(document.createElement('div')));
  });

  afterEach(() => {
    scene.box.remove();
  });

  it('the name of one caller is not shown for the next', async () => {
    const first = await incoming();
    scene.hubspot.say('CALLER_ID_MATCH_SUCCEEDED', {
      callerIdMatches: [
        {
          callerIdType: 'COMPANY',
          name: 'Example Ltd',
          objectCoordinates: { portalId: 1, objectId: 2, objectTypeId: '0-2' },
        },
      ],
    });
    await settled();
    expect(shown()).to.contain('Example Ltd');
    // A missed call has no form to save.
    first.over('canceled');
    await settled();
    scene.voice.ring({ number: '+12025550103' });
    await settled();
    expect(shown()).to.contain('+1 (202) 555-0103').and.not.contain('Example Ltd');
    expect(heard('INCOMING_CALL')).to.include({ fromNumber: '+12025550103' });
  });

  it('the end of one call is not that of the next', async () => {
    const busy = await scene.call();
    scene.hubspot.createEngagement(6);
    busy.over('busy');
    await settled();
    await save();
    expect(heard('CALL_ENDED')).to.include({ callEndStatus: 'BUSY' });
    (await scene.talk()).over('hung-up');
    await settled();
    expect(heard('CALL_ENDED')).to.include({ callEndStatus: 'COMPLETED' });
    await save();
    expect(heard('CALL_COMPLETED')).to.have.nested.property(
      'engagementProperties.hs_call_status',
      'COMPLETED',
    );
  });

  it('a call that is given up before the answer is canceled, not completed', async () => {
    await scene.call();
    await scene.press('[part=end-button]');
    expect(heard('CALL_ENDED')).to.include({ callEndStatus: 'CANCELED' });
  });

  it('the duration is that of the talk, without the ringing', async () => {
    const session = await scene.call();
    scene.hubspot.createEngagement(7);
    scene.hubspot.window.advance(20_000);
    session.change('state', 'active');
    scene.hubspot.window.advance(talkTimeMs);
    session.over('hung-up');
    await settled();
    await save();
    expect(heard('CALL_COMPLETED')).to.have.nested.property(
      'engagementProperties.hs_call_duration',
      String(talkTimeMs),
    );
  });

  it('digits of the keypad are sent', async () => {
    const session = await scene.talk();
    await scene.press('[part=control][name=keypad]');
    for (const index of [0, 11])
      findAll(scene.box, 'hs-call-controls hs-keypad [part=key], [part=key]')[index]?.click();
    await settled();
    expect(session.asked.join(' ')).to.contain('1').and.to.contain('#');
  });

  it('a number that is pressed in HubSpot during a call leaves the call alone', async () => {
    await scene.talk();
    scene.hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550109' });
    await settled();
    expect(shown()).to.contain('+1 (202) 555-0101').and.not.contain('0109');
    expect(scene.voice.sessions).to.have.length(1);
    expect(scene.hubspot.bridge.getState().intent?.phoneNumber).to.equal('+12025550109');
  });

  it('a key is put in where the caret is', async () => {
    const number = field('#number');
    number.value = '+1202';
    number.dispatchEvent(new Event('input'));
    await settled();
    number.setSelectionRange(1, 1);
    await scene.press('[part=key]:nth-of-type(9)');
    expect(field('#number').value).to.equal('+91 202');
  });
});

function visibleText(element: HTMLElement): string {
  return element.getClientRects().length > 0 ? element.innerText : '';
}
