/**
 * One frame of a widget that is in several: a tab of HubSpot, or at `/calling-integration-popup-ui/<portalId>` its calling
 * window. All such pages of one account share its calls.
 *
 * - `?widget=widget.html`: which page of the demo is the widget. A calling window takes that of the other pages.
 * - `?place=remote`: where the widget is, `widget`, `remote` or `window`; `none`: there is no widget here, and the page only
 *   knows of the account. Default: `remote`.
 * - `?frame=tab 2`: what the frame is called.
 * - `?portal=7`: the account. Default: 1234567.
 * - `?usesCallingWindow=true`: whether the app uses a calling window. Default: false; in a calling window, true.
 * - `?inbound=false`: the app does not support inbound calling.
 */
import {
  HubSpotAccount,
  shareAccount,
  startHost,
  type FramedHost,
  type HostPlace,
} from '../src/testing/index.js';
import { part } from './page.js';

declare global {
  interface Window {
    /** The account that the frames share, for tests. */
    account: HubSpotAccount;
    /** The HubSpot around the frame, once the widget has started. */
    starting: Promise<FramedHost>;
  }
}

const places: readonly HostPlace['iframeLocation'][] = ['widget', 'remote', 'window'];
const parameters = new URLSearchParams(location.search);
const [, windowPortal] = /^\/calling-integration-popup-ui\/(\d+)$/.exec(location.pathname) ?? [];
const isWindow = windowPortal !== undefined;
const widget = parameters.get('widget');
const frame = parameters.get('frame');
const asked = parameters.get('usesCallingWindow');
const usesCallingWindow = asked === null ? isWindow : asked === 'true';

const account = (window.account = new HubSpotAccount({
  portalId: Number(windowPortal ?? parameters.get('portal') ?? 1_234_567),
  usesCallingWindow,
  supportsInboundCalling: parameters.get('inbound') !== 'false',
  ...(!isWindow && {
    widgetAddress: `${document.body.dataset['widgetOrigin'] ?? ''}/demo/${widget ?? 'widget.html'}`,
  }),
}));
shareAccount(account, { takesUser: isWindow });

/** Resolves with the address of the widget, which a calling window has from another page. */
async function findWidget(): Promise<string> {
  const { widgetAddress } = account.state;
  if (widgetAddress !== undefined) return widgetAddress;
  part('#trouble', HTMLElement).textContent =
    'Waiting for a tab of this account: it tells which widget this window shows. Open one at /demo/frame.html.';
  return new Promise((resolve) => {
    account.addEventListener('change', ({ state }) => {
      if (state.widgetAddress === undefined) return;
      part('#trouble', HTMLElement).textContent = '';
      resolve(state.widgetAddress);
    });
  });
}

const start = (widgetUrl: string) =>
  startHost({
    widgetUrl,
    account,
    container: part('main', HTMLElement),
    place: {
      iframeLocation: isWindow
        ? 'window'
        : (places.find((place) => place === parameters.get('place')) ?? 'remote'),
      usesCallingWindow,
    },
    ...(frame !== null && { frame }),
  });
if (parameters.get('place') !== 'none') window.starting = findWidget().then(start);
