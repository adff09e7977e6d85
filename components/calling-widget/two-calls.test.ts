// A day with two calls and a caller who gives up: what is heard, and where the focus is, step by step.
import { expect, waitUntil } from '@open-wc/testing';
import { focused } from '../shared/keep-focus.js';
import { forgetAnnouncements, listen } from '../testing/announcements.js';
import { findSeen } from '../testing/find-all.js';
import { phone as openPhone, ring as ringAt, settled } from './testing/phone.js';

/** What has the focus, by its name. */
function focusName(): string {
  const active = focused();
  if (active === document.body) return 'nothing';
  return active?.ariaLabel ?? (active?.id || active?.textContent.trim()) ?? 'nothing';
}

async function phone() {
  const scene = await openPhone();
  const seen = (selector: string) => findSeen(scene.element.renderRoot, selector);
  const press = async (name: string) => {
    const found = seen('button').find((each) => (each.ariaLabel ?? each.textContent).trim() === name);
    if (!found) throw new Error(`There is no button “${name}”.`);
    found.focus();
    found.click();
    await settled();
    await settled();
  };
  const ring = (name: string, number: string) => ringAt(scene, { name, number });
  return { ...scene, seen, press, ring };
}

const sam = ['Sam Sample', '+12025550102'] as const;
const erin = ['Erin Example', '+12025550103'] as const;

describe('a day with two calls', () => {
  beforeEach(forgetAnnouncements);

  it('is heard and reached like this', async () => {
    const { ring, press } = await phone();
    const { heard, stop } = listen();
    const lines: string[] = [];
    const note = async (step: string, count: number) => {
      await waitUntil(() => heard.length >= count, `${step}: ${heard.join(' | ')}`, { timeout: 3000 });
      await settled();
      lines.push(`${step} → ${heard.splice(0).join(' | ')} [${focusName()}]`);
    };
    await ring(...sam);
    await note('Sam rings', 1);
    await press('Answer');
    await note('Answer', 1);
    const second = await ring(...erin);
    await note('Erin rings', 1);
    await press('Hold and answer, Erin Example');
    await note('Hold and answer', 2);
    await press('Resume, Sam Sample');
    await note('Resume Sam', 2);
    await press('End call, Sam Sample');
    await note('End Sam', 1);
    await press('Resume, Erin Example');
    await note('Resume Erin', 1);
    second.over('hung-up');
    await note('Erin hangs up', 1);
    stop();
    expect(lines.join('\n').replaceAll(/\d+ seconds?/g, 'n seconds')).to.equal(
      `
Sam rings → Incoming call from Sam Sample! [nothing]
Answer → Connected [Mute]
Erin rings → Incoming call from Erin Example! [Mute, Sam Sample]
Hold and answer → On hold, Sam Sample | Connected, Erin Example. Sam Sample on hold [Mute, Erin Example]
Resume Sam → On hold, Erin Example | Connected, Sam Sample. Erin Example on hold [Mute, Sam Sample]
End Sam → Call ended, n seconds, Sam Sample. On hold, Erin Example [Resume, Erin Example]
Resume Erin → Connected, Erin Example [Mute, Erin Example]
Erin hangs up → Call ended, n seconds, Erin Example [Notes, Erin Example]
`.trim(),
    );
  });

  it('is counted to its end: what is left to finish is said', async () => {
    const { ring, press } = await phone();
    await ring(...sam);
    await press('Answer');
    await ring(...erin);
    await press('Hold and answer, Erin Example');
    await press('End call, Erin Example');
    await press('End call, Sam Sample');
    const { heard, stop } = listen();
    const said = async (text: string) => {
      await waitUntil(() => heard.at(-1) === text, heard.join(' | '), { timeout: 4000 });
    };
    await said('Call ended, 0 seconds, Sam Sample');
    await press('Save, Sam Sample');
    await said('1 more call to finish');
    await press('Save');
    await said('Call saved');
    stop();
  });

  it('says how a question before a transfer failed, and the number stays', async () => {
    const { ring, press, seen, voice } = await phone();
    await ring(...sam);
    await press('Answer');
    await press('Transfer');
    Object.assign(seen('#to')[0] ?? {}, { value: '+12025550104' });
    await press('Ask first');
    const { heard, stop } = listen();
    voice.sessions.at(-1)?.over('busy');
    await waitUntil(() => heard.some((text) => text.startsWith('Busy, ')), heard.join(), { timeout: 4000 });
    await settled();
    expect(seen('[part=transfer] [part=error]')[0]?.textContent).to.equal('Busy');
    expect((seen('#to')[0] as HTMLInputElement | undefined)?.value).to.equal('+1 (202) 555-0104');
    expect(focusName()).to.equal('Resume');
    stop();
  });

  it('says whose form it is that comes back after a reload', async () => {
    const { hubspot } = await phone();
    const { heard, stop } = listen();
    hubspot.bridge.restoreCall({
      externalCallId: 'a',
      direction: 'outbound',
      phase: 'wrap-up',
      createdAt: 0,
      answeredAt: 0,
      endedAt: 60_000,
      endStatus: 'COMPLETED',
      party: { name: 'Erin Example' },
    });
    await waitUntil(() => heard.includes('Call ended, 1 minute, Erin Example'), heard.join(), {
      timeout: 3000,
    });
    stop();
  });

  it('has one heading at each step, and it names the call in front', async () => {
    const { ring, press, seen } = await phone();
    const headings = () => seen('h1, h2, [role=heading]').map((each) => each.textContent.trim());
    expect(headings()).to.deep.equal(['Connecting the phone…']);
    await ring(...sam);
    expect(headings()).to.deep.equal(['Incoming call']);
    await press('Answer');
    expect(headings()).to.deep.equal(['Sam Sample']);
    await ring(...erin);
    expect(headings()).to.deep.equal(['Sam Sample']);
    await press('Hold and answer, Erin Example');
    expect(headings()).to.deep.equal(['Erin Example']);
    await press('End call, Erin Example');
    expect(headings()).to.deep.equal(['Sam Sample']);
    await press('End call, Sam Sample');
    expect(headings()).to.deep.equal(['Sam Sample']);
  });

  it('writes the number in the title of the page, and spells nothing', async () => {
    const { voice, element } = await phone();
    const session = voice.ring({ number: '+12025550102' });
    await element.updateComplete;
    expect(document.title).to.contain('Incoming call from +1 (202) 555-0102');
    session.change('state', 'active');
    await element.updateComplete;
    expect(document.title).to.contain('Connected · +1 (202) 555-0102');
  });

  it('says a name that is found after the ring, and no record twice', async () => {
    const { voice, hubspot } = await phone();
    const { heard, stop } = listen();
    voice.ring({ number: '+12025550102' });
    await waitUntil(() => heard.length === 1);
    hubspot.say('CALLER_ID_MATCH_SUCCEEDED', {
      callerIdMatches: [
        {
          callerIdType: 'COMPANY',
          name: 'Example Bakery',
          objectCoordinates: { portalId: 1, objectId: 2, objectTypeId: '0-2' },
        },
      ],
    });
    await waitUntil(() => heard.length === 2);
    stop();
    expect(heard).to.deep.equal([
      'Incoming call from + 1 2 0 2 5 5 5 0 1 0 2!',
      'Incoming call from Example Bakery',
    ]);
  });

  it('says an extension in words', async () => {
    const { hubspot } = await phone();
    const { heard, stop } = listen();
    hubspot.bridge.outgoingCall({ toNumber: '+12025550102 ext. 45' });
    await waitUntil(() => heard.length === 1);
    stop();
    expect(heard).to.deep.equal(['Calling + 1 2 0 2 5 5 5 0 1 0 2, extension 4 5']);
  });

  it('overwrites nothing that was said a moment ago', async () => {
    const { hubspot } = await phone();
    const { heard, stop } = listen();
    hubspot.bridge.outgoingCall({ toNumber: '+12025550102' });
    hubspot.bridge.callRinging();
    hubspot.bridge.callAnswered();
    await waitUntil(() => heard.length === 3, heard.join(), { timeout: 3000 });
    stop();
    expect(heard.slice(1)).to.deep.equal(['Ringing', 'Connected']);
  });

  describe('the focus is not lost by', () => {
    const isKept = async () => {
      await settled();
      await waitUntil(() => focused() !== document.body && focusName() !== 'nothing', 'the focus is kept');
      await settled();
      expect(focused()?.getClientRects().length).to.be.greaterThan(0);
    };

    it('Silence, and nothing is answered from there', async () => {
      const { ring, press } = await phone();
      await ring(...sam);
      await press('Silence');
      await isKept();
      expect(focusName()).to.equal('title');
    });

    it('Decline, alone and beside a call', async () => {
      const { ring, press } = await phone();
      await ring(...sam);
      await press('Answer');
      await ring(...erin);
      await press('Decline, Erin Example');
      await isKept();
      await press('End call');
      await press('Skip');
      await isKept();
      await ring('Ada Example', '+12025550104');
      await press('Decline');
      await isKept();
    });

    it('Ask first', async () => {
      const { ring, press, seen } = await phone();
      await ring(...sam);
      await press('Answer');
      await press('Transfer');
      Object.assign(seen('#to')[0] ?? {}, { value: '+12025550104' });
      await press('Ask first');
      await isKept();
    });

    it('Try again', async () => {
      const { ring, press, voice } = await phone();
      await ring(...sam);
      await press('Answer');
      const [session] = voice.sessions;
      session?.change('microphone', 'denied');
      await settled();
      await press('Try again');
      session?.change('microphone', undefined);
      await isKept();
    });

    it('Save, also of one of two', async () => {
      const { ring, press } = await phone();
      await ring(...sam);
      await press('Answer');
      await ring(...erin);
      await press('Hold and answer, Erin Example');
      await press('End call, Erin Example');
      await press('End call, Sam Sample');
      await press('Save, Sam Sample');
      await isKept();
      await press('Save');
      await isKept();
    });
  });
});
