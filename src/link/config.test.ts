import { expect } from '@open-wc/testing';
import { FakeWidget, sync } from './testing/fake-widget.js';

const good = 'https://crm.example';

/** None of these is an origin, though some contain one. */
const bad = [
  ...['', ' ', '*', 'null', 'crm.example', '//crm.example', 'https://', 'https://*', 'https://*.crm.example'],
  ...['https://crm.example/', 'https://crm.example/path', 'https://crm.example?x', 'https://crm.example#x'],
  ...['https://crm.example:443', 'http://crm.example:80', 'https://crm.example:99999', 'HTTPS://crm.example'],
  ...[
    'https://CRM.example',
    'https://user@crm.example',
    'https://user:word@crm.example',
    ' https://crm.example',
  ],
  ...['https://crm.example\n', 'https://a.example https://b.example', 'https://a.example,https://b.example'],
  ...['https://b\u00FCcher.example', 'https:/crm.example', 'https:\\\\crm.example', 'https://crm%2eexample'],
  ...['ftp://crm.example', 'file:///crm', 'data:text/html,x', 'blob:https://crm.example/1', 'about:blank'],
  ...[
    'javascript:alert(1)',
    'app://crm.example',
    'https://0x7f.1',
    'https://[::1',
    '/^https:/',
    'localhost:8080',
  ],
];

describe('an allowed origin that is none', () => {
  it('is tried in at least 20 forms', () => {
    expect(new Set(bad).size).to.be.greaterThan(19);
  });

  bad.forEach((origin) => {
    const name = JSON.stringify(origin);

    it(`is INVALID_CONFIG and named: ${name}`, () => {
      const widget = new FakeWidget({ allowedOrigins: [origin] });
      expect([widget.codes, widget.errors[0]?.fatal, widget.states]).to.deep.equal([
        ['INVALID_CONFIG'],
        true,
        ['failed'],
      ]);
      expect(widget.errors[0]?.message).to.contain(`“${origin}”`);
    });

    it(`is not passed over among good ones: ${name}`, () => {
      const widget = new FakeWidget({ allowedOrigins: [good, origin, 'https://other.example'] });
      widget.window.receive(sync);
      widget.window.receive(sync, { origin: good });
      expect([widget.codes, widget.window.posted, widget.window.listeners]).to.deep.equal([
        ['INVALID_CONFIG'],
        [],
        0,
      ]);
    });
  });

  it('is told before anything else that is wrong', () => {
    const widget = new FakeWidget({ allowedOrigins: ['*'] }, { hasPeer: false, origin: 'null' });
    expect(widget.codes).to.deep.equal(['INVALID_CONFIG']);
  });
});
