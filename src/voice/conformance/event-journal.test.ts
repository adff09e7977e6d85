import { expect } from '@open-wc/testing';
import type { SessionState, VoiceSession } from '../session.js';
import { EventJournal } from './event-journal.js';

/** A session that fires what a test says, whether its properties changed or not. */
class Liar extends EventTarget {
  state: SessionState = 'dialing';
  muted = false;
  hold = 'none';
  recording = false;
  microphone = undefined;
  quality = undefined;
  end: object | undefined = undefined;

  tells(name: string): void {
    this.dispatchEvent(Object.assign(new Event(name), name === 'ended' && { end: this.end }));
  }

  becomes(state: SessionState): void {
    this.state = state;
    this.tells('statechange');
  }

  ends(): void {
    this.end = { reason: 'hung-up', by: 'local' };
    this.becomes('ended');
    this.tells('ended');
  }
}

function journal(tell: (session: Liar) => void): EventJournal {
  const session = new Liar();
  const noted = new EventJournal(session as unknown as VoiceSession);
  tell(session);
  return noted;
}

describe('EventJournal', () => {
  it('finds nothing wrong with a session that tells the truth', () => {
    const noted = journal((session) => {
      session.becomes('ringing');
      session.becomes('active');
      session.ends();
    });
    noted.verify();
    expect(noted.states).to.deep.equal(['dialing', 'ringing', 'active', 'ended']);
    expect(noted.count('ended')).to.equal(1);
  });

  const lies: readonly (readonly [string, (session: Liar) => void, RegExp])[] = [
    ['an event before its value', (session) => session.tells('mutechange'), /muted was false as before/],
    ['a change that nobody is told of', (session) => (session.muted = true), /no mutechange told of it/],
    [
      'a state that goes back',
      (session) => {
        session.becomes('active');
        session.becomes('ringing');
      },
      /went back from active to ringing/,
    ],
    [
      'an event after the end',
      (session) => {
        session.ends();
        session.muted = true;
        session.tells('mutechange');
      },
      /mutechange came after ended/,
    ],
    [
      'a second end',
      (session) => {
        session.ends();
        session.tells('ended');
      },
      /ended came after ended/,
    ],
    [
      'an end of which only the state tells',
      (session) => {
        session.becomes('ended');
      },
      /the last two events/,
    ],
  ];
  for (const [lie, tell, words] of lies)
    it(`finds ${lie}`, () => {
      expect(() => journal(tell).verify()).to.throw(words);
    });
});
