/** The calling window of the simulated HubSpot: a pop-up of its own at HubSpot's address. */

/** Where the calling window of an account is, on the origin of the page that plays HubSpot. */
export const callingWindowPath = '/calling-integration-popup-ui/';

/** Opens the calling window, or brings it to the front. False if the browser has blocked it. */
export function openCallingWindow(portalId: number): boolean {
  const address = `${callingWindowPath}${String(portalId)}`;
  const name = `hs-calling-window-${String(portalId)}`;
  return window.open(address, name, 'popup,width=420,height=720') !== null;
}
