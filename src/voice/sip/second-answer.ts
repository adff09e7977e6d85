/** Two phones answer the same call of ours at once (RFC 3261, 13.2.2.4): the second one is hung up. */
import type { EngineCall } from './engine.js';

/** Has a call hang up every phone but the first that answers. The engine itself would hang up the first one. */
export function hangUpSecondAnswers(call: EngineCall): EngineCall {
  const receive = call._receiveInviteResponse.bind(call);
  call._receiveInviteResponse = (response) => {
    const { _dialog: first } = call;
    const { status_code: status = 0, to_tag: tag } = response;
    const isSecond = first && status >= 200 && status < 300 && tag !== first.id.remote_tag;
    // Without a Contact there is nobody to hang up.
    if (!isSecond || response.getHeader('contact') === undefined) {
      receive(response);
      return;
    }
    call._createDialog(response, 'UAC');
    call.sendRequest('ACK');
    call.sendRequest('BYE');
    call._dialog?.terminate();
    call._dialog = first;
  };
  return call;
}
