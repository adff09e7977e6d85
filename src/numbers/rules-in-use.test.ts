import { expect } from '@open-wc/testing';
import { dialableNumber, formatNumber } from './format.js';
import type { PhoneNumbers } from './phone-numbers.js';
import { onPhoneNumbersChange, phoneNumbersInUse, usePhoneNumbers } from './rules-in-use.js';
import { smallPhoneNumbers } from './small-phone-numbers.js';

describe('usePhoneNumbers', () => {
  afterEach(() => {
    usePhoneNumbers(smallPhoneNumbers);
  });

  const loud = (): PhoneNumbers => ({
    ...smallPhoneNumbers,
    format: (number, country = 'nowhere') => `${number} in ${country}`,
    toDialable: (text, country = 'nowhere') => `${text} from ${country}`,
  });

  it('begins with the small rules', () => {
    expect(phoneNumbersInUse()).to.equal(smallPhoneNumbers);
  });

  it('has numbers shown and dialled by other rules', () => {
    usePhoneNumbers(loud());
    expect([formatNumber('110'), dialableNumber('110')]).to.deep.equal([
      '110 in nowhere',
      '110 from nowhere',
    ]);
  });

  it('hands the country on', () => {
    usePhoneNumbers(loud());
    expect([formatNumber('110', 'DE'), dialableNumber('110', 'DE')]).to.deep.equal([
      '110 in DE',
      '110 from DE',
    ]);
  });

  it('tells who listens, once the other rules are in use', () => {
    const shown: string[] = [];
    const end = onPhoneNumbersChange(() => shown.push(formatNumber('110')));
    usePhoneNumbers(loud());
    end();
    expect(shown).to.deep.equal(['110 in nowhere']);
  });

  it('tells nobody of rules that are in use already', () => {
    let times = 0;
    const end = onPhoneNumbersChange(() => (times += 1));
    usePhoneNumbers(phoneNumbersInUse());
    end();
    expect(times).to.equal(0);
  });

  it('tells one function as often as it listens, until each has ended', () => {
    let times = 0;
    const count = () => (times += 1);
    const ends = [onPhoneNumbersChange(count), onPhoneNumbersChange(count)];
    usePhoneNumbers(loud());
    ends[0]?.();
    usePhoneNumbers(loud());
    ends[1]?.();
    usePhoneNumbers(loud());
    expect(times).to.equal(3);
  });

  it('lets who is told end it', () => {
    let times = 0;
    const end = onPhoneNumbersChange(() => {
      times += 1;
      end();
    });
    usePhoneNumbers(loud());
    usePhoneNumbers(loud());
    expect(times).to.equal(1);
  });
});
