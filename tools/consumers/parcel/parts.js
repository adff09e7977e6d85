import 'hs-calling-elements/calling-bridge';
import 'hs-calling-elements/dialer';
import 'hs-calling-elements/call-status';
import 'hs-calling-elements/call-controls';
import 'hs-calling-elements/wrap-up';
import 'hs-calling-elements/voice/loopback';
