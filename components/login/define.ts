import { HsLogin } from './login.js';

HsLogin.define();

export { HsLogin };
