/** What a provider must do outside of a call: connect, disconnect, name its capabilities, refuse what it cannot dial. */
import type { VoiceCapabilities, VoiceState } from '../../../call/index.js';
import type { VoiceProvider } from '../../provider.js';
import type { VoiceSession } from '../../session.js';
import { assert, assertSame } from '../assert.js';
import { check } from '../check.js';

/** The member that a provider has only with a capability. */
const providerMembers: Partial<Record<keyof VoiceCapabilities, keyof VoiceProvider>> = {
  devices: 'devices',
  fromNumbers: 'fromNumbers',
  voicemailDrop: 'messages',
  preCallCheck: 'check',
  restore: 'restore',
};

/** The method that a session has only with a capability. */
const sessionMembers: Partial<Record<keyof VoiceCapabilities, keyof VoiceSession>> = {
  mute: 'setMuted',
  hold: 'setHeld',
  dtmf: 'sendDigits',
  recording: 'setRecording',
  blindTransfer: 'transfer',
  attendedTransfer: 'transferTo',
  merge: 'merge',
  silence: 'silence',
  voicemailDrop: 'dropVoicemail',
};

/** Fails unless each member is there exactly where its capability says so. */
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

  check('it tells each change of its state once, after it is true', {}, async (driver) => {
    const { provider } = driver;
    const told: VoiceState[] = [provider.state];
    provider.addEventListener('statechange', () => {
      assert(told.at(-1) !== provider.state, `statechange came while it was ${provider.state} as before`);
      told.push(provider.state);
    });
    await driver.expectResolved(provider.disconnect(), 'disconnect()');
    await driver.expectResolved(provider.connect(), 'connect()');
    assertSame(told, ['ready', 'offline', 'connecting', 'ready'], 'the states');
  }),

  check('connecting what is connected changes nothing', {}, async (driver) => {
    let changes = 0;
    driver.provider.addEventListener('statechange', () => (changes += 1));
    await driver.expectResolved(driver.provider.connect(), 'connect()');
    assertSame([driver.provider.state, changes], ['ready', 0], 'state and number of changes');
  }),

  check('disconnecting twice is no mistake', {}, async (driver) => {
    await driver.expectResolved(driver.provider.disconnect(), 'disconnect()');
    await driver.expectResolved(driver.provider.disconnect(), 'the second disconnect()');
    assertSame(driver.provider.state, 'offline', 'the state');
  }),

  check('it has the members of its capabilities, and no others', {}, async ({ provider }) => {
    assertMembers(providerMembers, provider, provider.capabilities);
    await Promise.resolve();
  }),

  check('a session has the methods of the capabilities, and no others', {}, async (driver) => {
    assertMembers(sessionMembers, await driver.dial('answers'), driver.provider.capabilities);
  }),

  check('offline, it rejects a call with PHONE_OFFLINE', {}, async (driver) => {
    await driver.expectResolved(driver.provider.disconnect(), 'disconnect()');
    const { answers } = driver.rig.numbers;
    await driver.expectRejection(
      () => driver.provider.dial({ toNumber: answers }),
      'dial()',
      'PHONE_OFFLINE',
    );
    assertSame(driver.provider.sessions.length, 0, 'the number of sessions');
  }),

  check('it rejects an empty number with BAD_NUMBER', {}, async (driver) => {
    await driver.expectRejection(
      () => driver.provider.dial({ toNumber: '' }),
      "dial({ toNumber: '' })",
      'BAD_NUMBER',
    );
    assertSame(driver.provider.sessions.length, 0, 'the number of sessions');
  }),

  check('disconnecting ends every session', {}, async (driver) => {
    const talking = await driver.establish();
    const others = driver.provider.capabilities.multipleCalls ? [await driver.dial('rings')] : [];
    await driver.expectResolved(driver.provider.disconnect(), 'disconnect()');
    for (const session of [talking, ...others]) await driver.waitForState(session, 'ended');
    assertSame(driver.provider.sessions.length, 0, 'the number of sessions');
    assertSame(driver.provider.state, 'offline', 'the state');
  }),

  check('it works again after it was disconnected', {}, async (driver) => {
    await driver.establish();
    await driver.expectResolved(driver.provider.disconnect(), 'disconnect()');
    await driver.expectResolved(driver.provider.connect(), 'connect()');
    await driver.establish();
  }),

  check('it keeps every session until it has ended', {}, async (driver) => {
    const session = await driver.establish();
    assert(driver.provider.sessions.includes(session), 'a live session is not among `sessions`');
    await driver.expectResolved(session.hangUp(), 'hangUp()');
    await driver.waitForState(session, 'ended');
    assertSame(driver.provider.sessions.length, 0, 'the number of sessions');
  }),

  check('its devices can be looked at', { needs: ['devices'] }, async (driver) => {
    const { devices } = driver.provider;
    await driver.expectResolved(devices?.refresh(), 'devices.refresh()');
    assertSame([devices?.input, devices?.output, devices?.ringer], ['', '', ''], 'the chosen devices');
  }),

  check('its check finds nothing wrong here', { needs: ['preCallCheck'] }, async (driver) => {
    const report = await driver.provider.check?.();
    const problems = report?.checks.flatMap(({ name, problem }) =>
      problem ? [`${name}: ${problem.code}`] : [],
    );
    assertSame([report?.ok, problems], [true, []], 'the report');
    await driver.expectNothingLeft();
  }),
];
