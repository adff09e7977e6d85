/** Scenes after a call: how it ended, wrap-up, saving, and what HubSpot could not do. */
import { connected } from '../../../src/bridge/testing/fake-hubspot.js';
import { FakePage, FakeTab } from '../../../src/bridge/testing/fake-tab.js';
import { hubSpotCallOutcomes } from '../../../src/index.js';
import { findAll } from '../../../components/testing/find-all.js';
import { given, page, picture, settled, until, type Scene, type SceneSetups } from '../scene.js';

/** Gives the phone these outcomes. */
const withOutcomes = ({ element }: Scene, outcomes: unknown) => Object.assign(element, { outcomes });

/** Opens the list of templates, once it is loaded. */
export async function openTemplates(scene: Scene): Promise<void> {
  await until(() => findAll(scene.box, '[part=templates-button]')[0]);
  await scene.press('[part=templates-button]');
}

export const afterCall: SceneSetups = {
  'wrap-up': {
    play: async (scene) => {
      await scene.end();
      await scene.press('[part=save-button]');
    },
  },
  'wrap-up, with a picture': {
    play: async (scene) => {
      scene.know({ avatar: picture, url: page });
      await scene.call();
      await scene.known();
      scene.voice.sessions.at(-1)?.over('busy');
    },
  },
  'wrap-up with a next number': {
    tag: 'hs-wrap-up',
    play: async (scene) => {
      Object.assign(scene.element, { nextNumber: '+442079460123' });
      await scene.end();
    },
  },
  'wrap-up with a next number of somebody known': {
    tag: 'hs-wrap-up',
    play: async (scene) => {
      scene.know();
      Object.assign(scene.element, { nextNumber: '+442079460123' });
      await scene.end();
      await until(() => findAll(scene.box, '[part=next-button] .name')[0]);
    },
  },
  'notes that are kept, and templates for them': {
    play: async (scene) => {
      Object.assign(scene.element, { noteTemplates: [{ label: given.reason, text: given.reason }] });
      const session = await scene.talk();
      scene.hubspot.bridge.updateCall({ engagement: { notes: given.reason } });
      session.over('hung-up');
      await openTemplates(scene);
    },
  },
  'notes that cannot be kept': {
    hubspot: (window) => {
      const tab = new FakeTab();
      tab.isFull = true;
      return connected({ loggedIn: true, available: true }, undefined, window, new FakePage(tab));
    },
    play: async (scene) => {
      await scene.talk();
      scene.hubspot.bridge.updateCall({ engagement: { notes: given.reason } });
      scene.voice.sessions.at(-1)?.over('hung-up');
      await until(() => findAll(scene.box, '[part=kept]')[0]?.textContent.trim());
    },
  },
  'one of two calls is saved': {
    play: async (scene) => {
      scene.hubspot.bridge.outgoingCall({ toNumber: '+12025550103' });
      scene.hubspot.createEngagement(8);
      scene.hubspot.bridge.callEnded();
      await scene.end();
      await scene.press('[name=outcome]');
      await scene.press('[part=save-button]');
    },
  },
  'outcomes in tiles, one suggested': {
    play: async (scene) => {
      withOutcomes(scene, hubSpotCallOutcomes);
      (await scene.call()).over('busy');
    },
  },
  'outcomes in a list': {
    play: async (scene) => {
      withOutcomes(
        scene,
        Array.from({ length: 9 }, (_, i) => ({ id: String(i), label: `${given.outcome} ${String(i)}` })),
      );
      await scene.end();
    },
  },
  'outcomes that are being loaded': {
    play: async (scene) => {
      withOutcomes(scene, () => new Promise(() => undefined));
      await scene.end();
    },
  },
  'outcomes that cannot be loaded': {
    play: async (scene) => {
      withOutcomes(scene, () => Promise.reject(new Error(given.reason)));
      await scene.end();
    },
  },
  'work after a call': {
    play: async (scene) => {
      Object.assign(scene.element, { afterCallWorkMs: 90_000, outcomeRequired: false });
      await scene.end();
      await settled();
      findAll(scene.box, '[part=skip-button]')[0]?.click();
      await settled();
    },
  },
  saving: {
    // HubSpot takes its time to make the record.
    play: async (scene) => {
      scene.hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
      scene.hubspot.bridge.callAnswered();
      scene.hubspot.bridge.callEnded();
      await settled();
      await scene.press('[part=outcome]');
      await scene.press('[part=save-button]');
    },
  },
  saved: {
    tag: 'hs-call-status',
    play: async (scene) => {
      await scene.end();
      scene.hubspot.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
    },
  },
  'saving failed': {
    play: async (scene) => {
      await scene.end();
      await scene.press('[part=outcome]');
      await scene.press('[part=save-button]');
      scene.hubspot.say('UPDATE_ENGAGEMENT_FAILED', { error: { message: given.reason } });
    },
  },
  'saving failed, nobody knows why': {
    play: async (scene) => {
      await scene.end();
      await scene.press('[part=outcome]');
      await scene.press('[part=save-button]');
      scene.hubspot.say('UPDATE_ENGAGEMENT_FAILED', {});
    },
  },
  ...Object.fromEntries(
    (['busy', 'failed', 'declined', 'no-answer', 'canceled'] as const).map((reason) => [
      `the end: ${reason}`,
      { play: async (scene: Scene) => (await scene.call()).over(reason) },
    ]),
  ),
  ...Object.fromEntries(
    [{}, { error: { message: given.reason } }].map((failure) => [
      `handed over, the notes not saved${'error' in failure ? '' : ', nobody knows why'}`,
      {
        play: async (scene: Scene) => {
          const { id: externalCallId } = await scene.talk();
          scene.hubspot.bridge.updateCall({ engagement: { notes: given.reason } });
          scene.hubspot.bridge.callTransferred({ externalCallId });
          scene.hubspot.say('UPDATE_ENGAGEMENT_FAILED', failure);
          await settled();
          await scene.press('[part=copy-button]');
        },
      },
    ]),
  ),
  'a caller too many': {
    play: async (scene) => {
      await scene.talk();
      scene.voice.capabilities.multipleCalls = false;
      scene.voice.ring();
    },
  },
  missed: { play: ({ voice }) => voice.ring().over('canceled') },

  ...Object.fromEntries(
    [
      'CREATE_ENGAGEMENT_FAILED',
      'NAVIGATE_TO_RECORD_FAILED',
      'FINALIZE_ENGAGEMENT_FAILED',
      'PUBLISH_TO_CHANNEL_FAILED',
      'CALLER_ID_MATCH_FAILED',
    ].map((type) => [type, { play: ({ hubspot }: Scene) => hubspot.say(type, {}) }]),
  ),
};
