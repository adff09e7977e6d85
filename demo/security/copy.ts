/** A copy of the whole code, from source, for a page that has another one already. */
import * as fromSource from '../../components/index.js';

Object.assign(window, { fromSource });
