// Registers the elements, and a voice whose far end is in the page: nobody is called.
import 'hs-calling-elements';
import 'hs-calling-elements/voice/loopback';
