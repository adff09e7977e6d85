/** What a provider must do before, between and after calls. */
import type { VoiceCapabilities, VoiceState } from '../../call/index.js';
import type { VoiceProvider, VoiceSession } from '../index.js';
import { assert, assertSame } from './assert.js';
import { check } from './bench.js';

/** Which member of a provider a capability brings. */
const providerMembers: Partial<Record<keyof VoiceCapabilities, keyof VoiceProvider>> = {
  devices: 'devices',
  fromNumbers: 'fromNumbers',
  preCallCheck: 'check',
  restore: 'restore',
};

/** Which method of a session a capability brings. */
const sessionMembers: Partial<Record<keyof VoiceCapabilities, keyof VoiceSession>> = {
  mute: 'setMuted',
  hold: 'setHeld',
  dtmf: 'sendDigits',
  recording: 'setRecording',
  blindTransfer: 'transfer',
  attendedTransfer: 'transferTo',
  merge: 'merge',
  silence: 'silence',
};

function assertMembers(members: object, of: object, capabilities: VoiceCapabilities): void {
  for (const [capability, member] of Object.entries(members) as [keyof VoiceCapabilities, string][]) {
    const isThere = member in of && (of as Record<string, unknown>)[member] !== undefined;
    const should = capabilities[capability] ? 'should be there' : 'should not';
    assert(isThere === capabilities[capability], `capability ${capability}: \`${member}\` ${should}`);
  }
}

export const providerChecks = [
  check('the rig makes a provider that is ready', {}, async ({ provider }) => {
    assertSame(provider.state, 'ready', 'the state');
    assertSame(provider.problem, undefined, 'the problem');
    assertSame(provider.sessions.length, 0, 'the number of sessions');
    assert(provider.name !== '', 'the name is empty');
    await Promise.resolve();
  }),

  check('it tells each change of its state once, after it is true', {}, async (bench) => {
    const { provider } = bench;
    const told: VoiceState[] = [provider.state];
    provider.addEventListener('statechange', () => {
      assert(told.at(-1) !== provider.state, `statechange came while it was ${provider.state} as before`);
      told.push(provider.state);
    });
    await bench.does(provider.disconnect(), 'disconnect()');
    await bench.does(provider.connect(), 'connect()');
    assertSame(told, ['ready', 'offline', 'connecting', 'ready'], 'the states');
  }),

  check('connecting what is connected changes nothing', {}, async (bench) => {
    let changes = 0;
    bench.provider.addEventListener('statechange', () => (changes += 1));
    await bench.does(bench.provider.connect(), 'connect()');
    assertSame([bench.provider.state, changes], ['ready', 0], 'state and number of changes');
  }),

  check('disconnecting twice is no mistake', {}, async (bench) => {
    await bench.does(bench.provider.disconnect(), 'disconnect()');
    await bench.does(bench.provider.disconnect(), 'the second disconnect()');
    assertSame(bench.provider.state, 'offline', 'the state');
  }),

  check('it has the members of its capabilities, and no others', {}, async ({ provider }) => {
    assertMembers(providerMembers, provider, provider.capabilities);
    await Promise.resolve();
  }),

  check('a session has the methods of the capabilities, and no others', {}, async (bench) => {
    assertMembers(sessionMembers, await bench.dial('answers'), bench.provider.capabilities);
  }),

  check('offline, it rejects a call with PHONE_OFFLINE', {}, async (bench) => {
    await bench.does(bench.provider.disconnect(), 'disconnect()');
    const { answers } = bench.rig.numbers;
    await bench.rejects(() => bench.provider.dial({ toNumber: answers }), 'dial()', 'PHONE_OFFLINE');
    assertSame(bench.provider.sessions.length, 0, 'the number of sessions');
  }),

  check('it rejects an empty number with BAD_NUMBER', {}, async (bench) => {
    await bench.rejects(() => bench.provider.dial({ toNumber: '' }), "dial({ toNumber: '' })", 'BAD_NUMBER');
    assertSame(bench.provider.sessions.length, 0, 'the number of sessions');
  }),

  check('disconnecting ends every session', {}, async (bench) => {
    const talking = await bench.talk();
    const others = bench.provider.capabilities.multipleCalls ? [await bench.dial('rings')] : [];
    await bench.does(bench.provider.disconnect(), 'disconnect()');
    for (const session of [talking, ...others]) await bench.reaches(session, 'ended');
    assertSame(bench.provider.sessions.length, 0, 'the number of sessions');
    assertSame(bench.provider.state, 'offline', 'the state');
  }),

  check('it works again after it was disconnected', {}, async (bench) => {
    await bench.talk();
    await bench.does(bench.provider.disconnect(), 'disconnect()');
    await bench.does(bench.provider.connect(), 'connect()');
    await bench.talk();
  }),

  check('it keeps every session until it has ended', {}, async (bench) => {
    const session = await bench.talk();
    assert(bench.provider.sessions.includes(session), 'a live session is not among `sessions`');
    await bench.does(session.hangUp(), 'hangUp()');
    await bench.reaches(session, 'ended');
    assertSame(bench.provider.sessions.length, 0, 'the number of sessions');
  }),

  check('its devices can be looked at', { needs: ['devices'] }, async (bench) => {
    const { devices } = bench.provider;
    await bench.does(devices?.refresh(), 'devices.refresh()');
    assertSame([devices?.input, devices?.output, devices?.ringer], ['', '', ''], 'the chosen devices');
  }),

  check('its check finds nothing wrong here', { needs: ['preCallCheck'] }, async (bench) => {
    const report = await bench.provider.check?.();
    const problems = report?.checks.flatMap(({ name, problem }) =>
      problem ? [`${name}: ${problem.code}`] : [],
    );
    assertSame([report?.ok, problems], [true, []], 'the report');
    await bench.leavesNothing();
  }),
];
