import 'hs-calling-elements';
import 'hs-calling-elements/voice/loopback';
