import { expect } from '@open-wc/testing';
import * as official from '@hubspot/calling-extensions-sdk';
import * as ours from './index.js';

describe('what the package exports', () => {
  it('has everything that the official one has', () => {
    expect(ours).to.include.all.keys(Object.keys(official));
  });

  it('has the class as default and by its name', () => {
    expect(ours.default).to.equal(ours.CallingExtensions);
  });

  it('has every constant, with the same name and value, and no other', () => {
    expect(
      JSON.parse(JSON.stringify(ours.Constants)),
      'A message that the official SDK does not know is marked `unofficial` in src/protocol/messages.ts',
    ).to.deep.equal(JSON.parse(JSON.stringify(official.Constants)));
  });

  const methodsOf = (all: object) => Object.getOwnPropertyNames(all).sort();

  it('has every method of the class, and destroy', () => {
    expect(methodsOf(ours.default.prototype)).to.deep.equal(
      [...methodsOf(official.default.prototype), 'destroy'].sort(),
    );
  });

  it('has every method and every static function of the manager', () => {
    expect(methodsOf(ours.IFrameManager.prototype)).to.include.members(
      methodsOf(official.IFrameManager.prototype),
    );
    expect(methodsOf(ours.IFrameManager)).to.include.members(methodsOf(official.IFrameManager));
  });
});
