import { expect } from '@open-wc/testing';
import { callEndStatuses, type CallEndStatus } from '../protocol/index.js';
import { newCall, type EngagementDraft, type NewCall } from './call.js';
import { engagementProperties } from './engagement-properties.js';

const start: NewCall = {
  externalCallId: 'a',
  direction: 'outbound',
  createdAt: 1_700_000_000_000,
  fromNumber: '+12025550100',
  toNumber: '+12025550101',
};

const withDraft = (engagement: EngagementDraft) => engagementProperties(newCall({ ...start, engagement }));

describe('engagementProperties', () => {
  it('tells everything that is known, as text', () => {
    const call = newCall({
      ...start,
      phase: 'completed',
      answeredAt: 1_700_000_007_000,
      endedAt: 1_700_000_067_250,
      endStatus: 'COMPLETED',
      engagement: {
        title: 'Renewal',
        notes: 'Agreed.',
        outcome: 'f240bbac-87c9-4f6e-bf70-924b57d47db7',
        recordingUrl: 'https://phone.example/1.mp3',
      },
    });
    expect(engagementProperties(call)).to.deep.equal({
      hs_timestamp: '1700000000000',
      hs_call_direction: 'OUTBOUND',
      hs_call_duration: '60250',
      hs_call_status: 'COMPLETED',
      hs_call_from_number: '+12025550100',
      hs_call_to_number: '+12025550101',
      hs_call_title: 'Renewal',
      hs_call_body: 'Agreed.',
      hs_call_disposition: 'f240bbac-87c9-4f6e-bf70-924b57d47db7',
      hs_call_recording_url: 'https://phone.example/1.mp3',
    });
  });

  it('leaves out what is not known', () => {
    const bare = newCall({ externalCallId: 'a', direction: 'inbound', createdAt: 5 });
    expect(engagementProperties(bare)).to.deep.equal({
      hs_timestamp: '5',
      hs_call_direction: 'INBOUND',
      hs_call_duration: '0',
    });
  });

  const duration = [
    { name: 'nobody answered', times: { endedAt: start.createdAt + 30_000 }, ms: '0' },
    {
      name: 'they talked after ringing',
      times: { answeredAt: start.createdAt + 10_000, endedAt: start.createdAt + 12_000 },
      ms: '2000',
    },
    { name: 'they still talk', times: { answeredAt: start.createdAt + 10_000 }, ms: '0' },
  ];
  for (const { name, times, ms } of duration) {
    it(`has ${ms} ms of talk when ${name}`, () => {
      expect(engagementProperties(newCall({ ...start, ...times }))['hs_call_duration']).to.equal(ms);
    });
  }

  const statuses: Readonly<Record<CallEndStatus, string>> = {
    COMPLETED: 'COMPLETED',
    FAILED: 'FAILED',
    CANCELED: 'CANCELED',
    BUSY: 'BUSY',
    NO_ANSWER: 'NO_ANSWER',
    REJECTED: 'NO_ANSWER',
    MISSED: 'MISSED',
  };
  for (const endStatus of callEndStatuses) {
    it(`writes ${endStatus} as ${statuses[endStatus]}`, () => {
      const { hs_call_status: status } = engagementProperties(newCall({ ...start, endStatus }));
      expect(status).to.equal(statuses[endStatus]);
    });
  }

  const bodies = [
    { notes: 'one\ntwo\r\nthree', html: 'one<br>two<br>three' },
    { notes: 'a < b && c > d', html: 'a &lt; b &amp;&amp; c &gt; d' },
    { notes: '<script>alert(1)</script>', html: '&lt;script&gt;alert(1)&lt;/script&gt;' },
    { notes: '&lt;', html: '&amp;lt;' },
  ];
  for (const { notes, html } of bodies) {
    it(`writes the notes ${JSON.stringify(notes)} as HTML`, () => {
      expect(withDraft({ notes })['hs_call_body']).to.equal(html);
    });
  }

  const notSecure = [
    'http://phone.example/1.mp3',
    'blob:https://phone.example/1',
    'javascript:alert(1)',
    '//phone.example/1.mp3',
  ];
  for (const recordingUrl of notSecure) {
    it(`leaves out the recording at ${recordingUrl}`, () => {
      expect(withDraft({ recordingUrl })).not.to.have.property('hs_call_recording_url');
    });
  }

  it('lets the app’s own properties win', () => {
    const properties = { hs_call_title: 'Mine', hs_call_status: 'BUSY', my_property: '1' };
    expect(withDraft({ title: 'Ours', properties })).to.include(properties);
  });
});
