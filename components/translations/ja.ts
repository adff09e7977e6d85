/** Japanese. To use it, import this file; it applies to elements inside `lang="ja"`. */
import { registerTranslation } from '../shared/localize.js';
import type { Terms } from '../shared/terms.js';

export const ja: Terms = {
  $code: 'ja',
  $name: '日本語',
  $dir: 'ltr',

  // Dialer and keypad
  phoneNumber: '電話番号',
  call: '発信',
  calling: '発信中…',
  callFrom: '発信元',
  deleteDigit: '最後の数字を削除',
  willCall: (number, tones) => `${number} に発信します${tones && `（続けてトーン ${tones}）`}`,
  'number.empty': '電話番号を入力してください。',
  'number.letters': '電話番号ではありません。文字が含まれています。',
  'number.signs': '電話番号ではありません。数字が含まれていません。',
  'number.tooLong': '電話番号は15桁までです。',
  callNotStarted: '発信できませんでした。もう一度お試しください。',
  keypad: 'キーパッド',
  star: 'アスタリスク',
  pound: 'シャープ',
  zeroHint: '0、長押しでプラス',

  // Life of a call
  callTime: '通話時間',
  holdTime: '保留時間',
  ready: '発信できます',
  dialing: (who) => `${who} に発信中`,
  ringingOut: '呼び出し中',
  connectingSound: '音声を接続しています…',
  incoming: '着信',
  incomingFrom: (who) => `${who} から着信`,
  connected: '通話中',
  answeredElsewhere: '別の端末で応答しました',
  onHold: '保留中',
  isOnHold: (who) => `${who} は保留中`,
  heldByOther: '相手が保留中',
  muted: 'ミュート中',
  recording: '録音中',
  named: (words, who) => `${words}、${who}`,
  reconnecting: '接続が切れました。再接続しています…',
  'quality.4': '通話品質: 良好',
  'quality.3': '通話品質: 普通',
  'quality.2': '通話品質: 悪い',
  'quality.1': '通話品質: 非常に悪い',
  ended: (duration) => `通話終了、${duration}`,
  'end.COMPLETED': '通話終了',
  'end.FAILED': '通話に失敗しました',
  'end.CANCELED': '発信を取り消しました',
  'end.BUSY': '話し中',
  'end.NO_ANSWER': '応答なし',
  'end.REJECTED': '通話が拒否されました',
  'end.MISSED': '不在着信',
  saved: '通話を保存しました',
  savingFailed: (reason) => `HubSpot に通話を保存できませんでした${reason ? `：${reason}` : ''}`,
  transferred: '通話を転送しました',
  unknownCaller: '番号不明',
  extension: (digits) => `内線 ${digits}`,

  // Microphone
  'microphone.waiting': '続けるには、ブラウザーでマイクの使用を許可してください。',
  'microphone.dismissed': 'マイクの使用がまだ許可されていません。もう一度試して、許可してください。',
  'microphone.denied':
    'マイクの使用が拒否されています。ブラウザーのアドレスバーで許可してから、もう一度お試しください。',
  'microphone.blocked': 'このページではマイクを使用できません。管理者にお問い合わせください。',
  'microphone.missing': 'マイクが見つかりません。接続してから、もう一度お試しください。',
  'microphone.in-use':
    '別のプログラムがマイクを使用しています。そのプログラムを閉じてから、もう一度お試しください。',

  // Connection
  phoneConnecting: '電話を接続しています…',
  phoneUnreachable: '電話がまだ接続できません。接続を続けて試しています。',
  phoneFailed: '電話を接続できません。管理者にお問い合わせください。',
  connecting: 'HubSpot に接続しています…',
  stillConnecting: 'HubSpot からまだ応答がありません。',
  disconnected: 'HubSpot に接続されていません',
  tryAgain: '再試行',
  reconnected: 'HubSpot に再接続しました',
  'problem.NOT_FRAMED':
    'この電話は HubSpot の中で使用します。HubSpot のコンタクトの通話ボタンから開いてください。',
  'problem.OPAQUE_ORIGIN':
    'この電話はサンドボックスの中にあり、HubSpot に接続できません。管理者にお問い合わせください。',
  'problem.DUPLICATE_BRIDGE': 'このページの別の電話が HubSpot に接続しています。',
  'problem.INVALID_CONFIG': 'この電話は正しく設定されていません。管理者にお問い合わせください。',
  'problem.FOREIGN_ANCESTOR': 'この電話は、信頼されていないページの中にあります。',
  'problem.SYNC_TIMEOUT': 'HubSpot が応答しません。続く場合は、ページを再読み込みしてください。',
  'problem.HOST_SILENT': 'HubSpot が応答しません。通話は続いており、何も失われません。',
  'problem.NO_BRIDGE': '電話のこの部分はどこにも接続されていません。管理者にお問い合わせください。',

  // In a call
  callControls: '通話の操作',
  mute: 'ミュート',
  hold: '保留',
  record: '録音',
  transfer: '転送',
  endCall: '通話を終了',
  transferTo: '転送先',
  transferNow: 'すぐに転送',
  askFirst: '確認して転送',
  handOver: '転送を完了',
  merge: '通話を統合',
  resume: '再開',
  transferFailed: '通話を転送できませんでした。通話は続いています。',
  requestFailed: '操作を完了できませんでした。もう一度お試しください。',

  // Incoming call
  answer: '応答',
  holdAndAnswer: '保留して応答',
  decline: '拒否',
  silence: '着信音を消す',
  ringSilent: 'ここをクリックするかキーを押すまで、このブラウザーは着信音を鳴らしません。',
  calledNumber: '着信番号',
  whoIsIt: '発信者を選択',
  open: 'レコードを開く',
  openRecord: (who) => `レコードを開く：${who}`,
  moreRecords: (count) => `その他のレコード：${count}件`,

  // After a call
  notes: 'メモ',
  outcome: '通話結果',
  required: '（必須）',
  choose: '選択…',
  chooseOutcome: '通話を保存するには、通話結果を選択してください。',
  save: '保存',
  saving: '保存中…',
  saveAndCall: '保存して発信',
  skip: 'スキップ',
  notesNotSaved: (reason) =>
    `HubSpot はこのメモを保存しませんでした${reason ? `：${reason}` : '。'} 閉じる前にコピーしてください。`,
  copy: 'コピー',
  copied: 'コピーしました',
  copyByHand: 'メモを選択しました。Ctrl+C または ⌘C でコピーしてください。',

  // User
  logIn: 'ログイン',
  logOut: 'ログアウト',
  more: 'その他',
  availability: '対応状況',
  available: '対応可能',
  unavailable: '対応不可',
  later: 'この通話の後は対応不可',
  phoneOffline: '電話オフライン',

  // Devices
  devices: 'デバイス',
  input: 'マイク',
  output: 'スピーカー',
  ringer: '着信音',
  ringerVolume: '着信音の音量',
  systemDevice: 'システムの既定',
  device: 'デバイス',
  try: 'テスト',
  tryDevice: (use) => `テスト：${use}`,
  deviceFailed: 'このデバイスは使用できません。元のデバイスのままです。',
  settings: '設定',
  close: '閉じる',

  // What HubSpot could not do
  'notice.CREATE_ENGAGEMENT_FAILED':
    'HubSpot でこの通話のレコードを作成できませんでした。メモは保持されています。',
  'notice.NAVIGATE_TO_RECORD_FAILED': 'HubSpot でこのレコードを開けませんでした。',
  'notice.FINALIZE_ENGAGEMENT_FAILED': 'HubSpot でこの通話を完了できませんでした。',
  'notice.PUBLISH_TO_CHANNEL_FAILED': 'HubSpot でこの通話を完了できませんでした。',
  'notice.CALLER_ID_MATCH_FAILED': 'HubSpot で発信者を検索できませんでした。',
  'notice.PHONE_BUSY': '着信を 1 件お断りしました。',
};

registerTranslation(ja);
