/** Scenes from the start of an outbound call to its end. */
import type { MicrophoneTrouble } from '../../../src/index.js';
import { VoiceError } from '../../../src/voice/index.js';
import { findAll } from '../../../components/testing/find-all.js';
import { given, ownNumber, page, picture, settled, until, type Scene, type SceneSetups } from '../scene.js';
import { openTemplates } from './after-call.js';

const people = [
  { name: given.caller, number: '+12025550103', kind: 'agent', availability: 'available' },
  { name: given.companies[1], number: '204', kind: 'queue', availability: 'busy' },
  { number: ownNumber, kind: 'number' },
];

const fieldOf = ({ box }: Scene) => findAll(box, '#to[role=combobox]')[0];

/** Opens the transfer in a call, with this directory, and searches; unless told otherwise, to the answer. */
async function search(scene: Scene, directory: () => unknown, isToTheAnswer = true): Promise<void> {
  Object.assign(scene.element, { directory });
  await scene.talk();
  await scene.press('[name=transfer]');
  await until(() => fieldOf(scene));
  Object.assign(fieldOf(scene) ?? {}, { value: 'e' });
  fieldOf(scene)?.dispatchEvent(new InputEvent('input'));
  await settled();
  const words = () => findAll(scene.box, '[part=people] p')[0]?.textContent;
  const first = words();
  if (isToTheAnswer) await until(() => words() !== first);
}

const troubles: readonly MicrophoneTrouble[] = [
  'waiting',
  'dismissed',
  'denied',
  'blocked',
  'missing',
  'in-use',
];

export const inCall: SceneSetups = {
  calling: { play: (scene) => scene.call() },
  ringing: { play: async (scene) => (await scene.call()).change('state', 'ringing') },
  'connecting sound': {
    play: async (scene) => {
      const session = await scene.call();
      session.change('state', 'ringing');
      session.change('state', 'connecting');
    },
  },
  'in a call': { play: (scene) => scene.talk() },
  'in a call with somebody known': {
    play: async (scene) => {
      scene.know({ url: page });
      await scene.talk();
      await scene.known();
    },
  },
  'in a call, with a picture': {
    play: async (scene) => {
      scene.know({ avatar: picture, url: page });
      await scene.talk();
      await scene.known();
    },
  },
  'a template is put into the notes': {
    play: async (scene) => {
      Object.assign(scene.element, { noteTemplates: [{ label: given.reason, text: given.message }] });
      await scene.talk();
      await openTemplates(scene);
      await scene.press('[part=template]');
    },
  },
  'muted and recorded': {
    play: async (scene) => {
      const session = await scene.talk();
      session.change('muted', true);
      session.change('recording', true);
    },
  },
  ...Object.fromEntries(
    ([4, 3, 2, 1] as const).map((level) => [
      `line quality ${String(level)}`,
      {
        play: async (scene: Scene) =>
          (await scene.talk()).change('quality', { level, mos: level, jitter: 9, loss: 0, roundTrip: 40 }),
      },
    ]),
  ),
  'logging out in a call': {
    play: async (scene) => {
      await scene.talk();
      await scene.press('[part=log-out-button]');
    },
  },
  'call controls': {
    tag: 'hs-call-controls',
    play: async (scene) => {
      (await scene.talk()).changeHold('local', true);
      await scene.press('[name=keypad]');
    },
  },
  transfer: {
    play: async (scene) => {
      await scene.talk();
      await scene.press('[name=transfer]');
    },
  },
  'a transfer to somebody': {
    play: async (scene) => {
      await search(scene, () => people);
      await until(() => findAll(scene.box, '[role=option]')[0]);
      fieldOf(scene)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    },
  },
  'a transfer to somebody who was chosen': {
    play: async (scene) => {
      await search(scene, () => people);
      await until(() => findAll(scene.box, '[role=option]')[0]);
      await scene.press('[role=option]');
    },
  },
  'a transfer to nobody': { play: (scene) => search(scene, () => []) },
  'a transfer, searching': { play: (scene) => search(scene, () => new Promise(() => undefined), false) },
  'a transfer, not searched': {
    play: (scene) => search(scene, () => Promise.reject(new Error('no network'))),
  },
  'a transfer to somebody of before': {
    play: async (scene) => {
      await search(scene, () => people);
      await scene.press('[role=option]');
      await scene.press('[part=transfer] [type=button]');
      await scene.talk();
      await scene.press('[name=transfer]');
    },
  },
  'a recorded message': {
    play: async (scene) => {
      scene.voice.messages = [
        { id: 'call-back', label: given.message },
        { id: 'offer', label: given.label },
      ];
      scene.voice.dispatchEvent(new Event('messageschange'));
      await scene.talk();
      await scene.press('[name=voicemail]');
    },
  },
  'a transfer that fails': {
    play: async (scene) => {
      (await scene.talk()).refusal = new VoiceError('TRANSFER_FAILED');
      await scene.press('[name=transfer]');
      Object.assign(findAll(scene.box, '#to')[0] ?? {}, { value: '+12025550103' });
      await scene.press('[part=transfer] [type=button]');
    },
  },
  'a hold that fails': {
    play: async (scene) => {
      (await scene.talk()).refusal = new VoiceError('PHONE_FAILED');
      await scene.press('[name=hold]');
    },
  },
  consultation: {
    play: async (scene) => {
      await scene.talk();
      await scene.press('[name=transfer]');
      Object.assign(findAll(scene.box, '#to')[0] ?? {}, { value: '+12025550103' });
      await scene.press('[part=transfer] [type=submit]');
      scene.voice.sessions.at(-1)?.change('state', 'active');
    },
  },
  'a consultation that fails': {
    play: async (scene) => {
      await scene.talk();
      await scene.press('[name=transfer]');
      Object.assign(findAll(scene.box, '#to')[0] ?? {}, { value: '+12025550103' });
      await scene.press('[part=transfer] [type=submit]');
      scene.voice.sessions.at(-1)?.over('not-found');
    },
  },
  transferred: { play: async (scene) => (await scene.talk()).transfer('+12025550103') },
  held: { play: async (scene) => (await scene.talk()).changeHold('local', true) },
  'held by the other end': { play: async (scene) => (await scene.talk()).changeHold('remote', true) },
  'connection lost': { play: async (scene) => (await scene.talk()).change('state', 'reconnecting') },
  ...Object.fromEntries(
    troubles.map((trouble) => [
      `microphone ${trouble}`,
      { play: async (scene: Scene) => (await scene.call()).change('microphone', trouble) },
    ]),
  ),
  'on hold to the end': {
    play: async (scene) => {
      await scene.talk();
      await scene.choose('[part=choice]', 'later');
    },
  },
};
