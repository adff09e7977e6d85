import { expect } from '@open-wc/testing';
import { dialableNumber, formatNumber } from '../format.js';
import { onPhoneNumbersChange, phoneNumbersInUse, usePhoneNumbers } from '../rules-in-use.js';
import { smallPhoneNumbers } from '../small-phone-numbers.js';
import { importPeer } from './import-peer.js';
import { loadPhoneNumbers, type CountryCode } from './index.js';

/** What a promise rejects with; undefined if it resolves. */
function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

function isFetched(): boolean {
  return performance.getEntriesByType('resource').some(({ name }) => name.includes('/libphonenumber-js/'));
}

describe('loadPhoneNumbers', () => {
  afterEach(() => {
    usePhoneNumbers(smallPhoneNumbers);
  });

  // First, while nothing has loaded it.
  it('fetches the rules when it is called, and not before', async () => {
    performance.setResourceTimingBufferSize(5000);
    const shown = formatNumber('+12025550123');
    const before = isFetched();
    await loadPhoneNumbers();
    expect([shown, before, isFetched()]).to.deep.equal(['+1 (202) 555-0123', false, true]);
  });

  it('puts them to use, with the country', async () => {
    await loadPhoneNumbers({ country: 'US' });
    expect([dialableNumber('(202) 555-0123'), formatNumber('+12025550123')]).to.deep.equal([
      '+12025550123',
      '+1 202 555 0123',
    ]);
  });

  it('knows numbers with + only, without a country', async () => {
    await loadPhoneNumbers();
    expect([dialableNumber('(202) 555-0123'), dialableNumber('+44 (0)20 7946 0958')]).to.deep.equal([
      '2025550123',
      '+442079460958',
    ]);
  });

  it('gives the rules that are in use', async () => {
    expect(await loadPhoneNumbers({ country: 'DE' })).to.equal(phoneNumbersInUse());
  });

  it('tells who shows numbers', async () => {
    const shown: string[] = [];
    const end = onPhoneNumbersChange(() => shown.push(formatNumber('+442079460958')));
    await loadPhoneNumbers();
    end();
    expect(shown).to.deep.equal(['+44 20 7946 0958']);
  });

  it('refuses a country that is none, and changes nothing', async () => {
    const error = await failure(loadPhoneNumbers({ country: 'UK' as CountryCode }));
    expect(error).to.be.instanceOf(RangeError).with.property('message').that.includes('No country "UK"');
    expect(phoneNumbersInUse()).to.equal(smallPhoneNumbers);
  });
});

describe('importPeer', () => {
  it('gives what was imported', async () => {
    expect(await importPeer(Promise.resolve('rules'))).to.equal('rules');
  });

  it('says what to install, and why it failed', async () => {
    const cause = new TypeError('Failed to resolve module specifier');
    const error = await failure(importPeer(Promise.reject(cause)));
    expect(error)
      .to.be.instanceOf(Error)
      .with.property('message')
      .that.includes('npm install libphonenumber-js');
    expect(error).to.have.property('cause', cause);
  });
});
