// The examples are framed by the documentation, which plays HubSpot: their bridge has to trust this address.
for (const bridge of document.querySelectorAll('hs-calling-bridge')) {
  bridge.setAttribute('allowed-origins', location.origin);
}
// What is chosen in the page around counts here too.
const { scheme } = parent.document.documentElement.dataset;
if (scheme) document.documentElement.style.colorScheme = scheme;
// A phone keeps its calls for the next page of the tab. An example begins without those of the one before.
try {
  sessionStorage.clear();
} catch {
  // A browser may refuse to keep anything: then there is nothing to forget.
}
