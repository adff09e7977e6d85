/** Arabic. To use it, import this file; it applies to elements inside `lang="ar"`. The page has to set `dir="rtl"`. */
import { registerTranslation } from '../shared/localize.js';
import { plural, stopped } from '../shared/sentence.js';
import type { Terms } from '../shared/terms.js';

/** Isolates what is put into a sentence: a number or a Latin name would otherwise change the order of its words. */
const isolated = (text: string) => `\u2068${text}\u2069`;

export const ar: Terms = {
  $code: 'ar',
  $name: 'العربية',
  $dir: 'rtl',

  // Dialer and keypad
  phoneNumber: 'رقم الهاتف',
  call: 'اتصال',
  calling: 'جارٍ الاتصال…',
  callFrom: 'الاتصال من',
  deleteDigit: 'حذف آخر رقم',
  enterNumber: 'أدخل رقم هاتف.',
  numberTooLong: 'لا يزيد رقم الهاتف عن 15 خانة.',
  callNotStarted: 'تعذّر بدء المكالمة. حاول مرة أخرى.',
  keypad: 'لوحة الأرقام',
  star: 'نجمة',
  pound: 'مربع',
  zeroHint: '0، اضغط مطوّلًا لإدخال علامة زائد',

  // Life of a call
  callTime: 'مدة المكالمة',
  holdTime: 'مدة الانتظار',
  ready: 'جاهز للاتصال',
  dialing: (who) => `جارٍ الاتصال: ${isolated(who)}`,
  ringingOut: 'جارٍ الرنين',
  connectingSound: 'جارٍ توصيل الصوت…',
  incoming: 'مكالمة واردة',
  incomingFrom: (who) => `مكالمة واردة من ${isolated(who)}`,
  connected: 'متصل',
  answeredElsewhere: 'تم الرد من جهاز آخر',
  onHold: 'قيد الانتظار',
  isOnHold: (who) => `${isolated(who)} قيد الانتظار`,
  heldByOther: 'قيد الانتظار لدى الطرف الآخر',
  muted: 'صوتك مكتوم',
  recording: 'جارٍ التسجيل',
  named: (words, who) => `${words}، ${isolated(who)}`,
  reconnecting: 'انقطع الاتصال. جارٍ إعادة الاتصال…',
  'quality.4': 'جودة الخط جيدة',
  'quality.3': 'جودة الخط متوسطة',
  'quality.2': 'جودة الخط ضعيفة',
  'quality.1': 'جودة الخط سيئة جدًا',
  ended: (duration) => `انتهت المكالمة، ${isolated(duration)}`,
  'end.COMPLETED': 'انتهت المكالمة',
  'end.FAILED': 'فشلت المكالمة',
  'end.CANCELED': 'أُلغيت المكالمة',
  'end.BUSY': 'الخط مشغول',
  'end.NO_ANSWER': 'لا يوجد رد',
  'end.REJECTED': 'رُفضت المكالمة',
  'end.MISSED': 'مكالمة فائتة',
  notFound: 'لم يُعثر على الرقم',
  saved: 'حُفظت المكالمة',
  savingFailed: (reason) => `تعذّر على HubSpot حفظ المكالمة${reason ? `: ${isolated(reason)}` : ''}`,
  transferred: 'حُوّلت المكالمة',
  unknownCaller: 'رقم غير معروف',
  extension: (digits) => `تحويلة ${isolated(digits)}`,

  // Microphone
  'microphone.waiting': 'اسمح باستخدام الميكروفون في المتصفح للمتابعة.',
  'microphone.dismissed': 'لم يُسمح باستخدام الميكروفون بعد. حاول مرة أخرى واسمح به.',
  'microphone.denied': 'استخدام الميكروفون مرفوض. اسمح به من شريط العنوان في المتصفح، ثم حاول مرة أخرى.',
  'microphone.blocked': 'لا يُسمح لهذه الصفحة باستخدام الميكروفون. راجع المسؤول.',
  'microphone.missing': 'لم يُعثر على ميكروفون. صِل ميكروفونًا، ثم حاول مرة أخرى.',
  'microphone.in-use': 'يستخدم برنامج آخر الميكروفون. أغلقه هناك، ثم حاول مرة أخرى.',

  // Connection
  phoneConnecting: 'جارٍ توصيل الهاتف…',
  phoneUnreachable: 'يتعذّر على الهاتف الاتصال حتى الآن. تتواصل المحاولات.',
  phoneFailed: 'يتعذّر على الهاتف الاتصال. راجع المسؤول.',
  connecting: 'جارٍ الاتصال بـ HubSpot…',
  stillConnecting: 'لم يُجب HubSpot بعد.',
  disconnected: 'غير متصل بـ HubSpot',
  tryAgain: 'إعادة المحاولة',
  reconnected: 'عاد الاتصال بـ HubSpot',
  'problem.NOT_FRAMED': 'يعمل هذا الهاتف داخل HubSpot. افتحه هناك من زر الاتصال لدى جهة اتصال.',
  'problem.OPAQUE_ORIGIN': 'هذا الهاتف داخل بيئة معزولة تفصله عن HubSpot. راجع المسؤول.',
  'problem.DUPLICATE_BRIDGE': 'هاتف آخر في هذه الصفحة متصل بـ HubSpot.',
  'problem.INVALID_CONFIG': 'لم يُضبط هذا الهاتف بشكل صحيح. راجع المسؤول.',
  'problem.FOREIGN_ANCESTOR': 'هذا الهاتف داخل صفحة لا يثق بها.',
  'problem.SYNC_TIMEOUT': 'لا يجيب HubSpot. أعد تحميل الصفحة إذا استمر ذلك.',
  'problem.HOST_SILENT': 'لا يستجيب HubSpot. مكالمتك مستمرة، ولن يُفقد شيء.',
  'problem.NO_BRIDGE': 'هذا الجزء من الهاتف غير متصل بأي شيء. راجع المسؤول.',

  // In a call
  callControls: 'عناصر التحكم في المكالمة',
  mute: 'كتم الصوت',
  hold: 'انتظار',
  record: 'تسجيل',
  transfer: 'تحويل',
  endCall: 'إنهاء المكالمة',
  transferTo: 'تحويل إلى',
  transferNow: 'تحويل الآن',
  askFirst: 'استشارة أولًا',
  handOver: 'إكمال التحويل',
  merge: 'دمج المكالمتين',
  resume: 'استئناف',
  transferFailed: 'تعذّر تحويل المكالمة. المكالمة مستمرة.',
  requestFailed: 'لم تنجح العملية. حاول مرة أخرى.',

  // Incoming call
  answer: 'رد',
  holdAndAnswer: 'انتظار ورد',
  decline: 'رفض',
  silence: 'كتم الرنين',
  ringSilent: 'لن يُصدر هذا المتصفح صوت الرنين حتى تنقر هنا أو تضغط على أي مفتاح.',
  calledNumber: 'إلى',
  whoIsIt: 'من المتصل؟',
  open: 'فتح السجل',
  openRecord: (who) => `فتح السجل: ${isolated(who)}`,
  moreRecords: (count) => `سجلات أخرى: ${count}`,

  // After a call
  notes: 'ملاحظات',
  outcome: 'النتيجة',
  required: '(مطلوب)',
  choose: 'اختر…',
  chooseOutcome: 'اختر نتيجة لحفظ المكالمة.',
  save: 'حفظ',
  saving: 'جارٍ الحفظ…',
  saveAndCall: 'حفظ والاتصال بالرقم',
  skip: 'تخطي',
  moreToFinish: (count) =>
    plural('ar', count, {
      one: 'بقيت مكالمة واحدة لإنهائها',
      two: 'بقيت مكالمتان لإنهائهما',
      few: `بقيت ${count} مكالمات لإنهائها`,
      other: `بقيت ${count} مكالمة لإنهائها`,
    }),
  notesNotSaved: (reason) =>
    `لم يحفظ HubSpot هذه الملاحظات${reason ? `: ${isolated(stopped(reason))}` : '.'} انسخها قبل إغلاقها.`,
  copy: 'نسخ',
  copied: 'تم النسخ',
  copyByHand: 'الملاحظات محدّدة. انسخها باستخدام Ctrl+C أو ⌘C.',

  // User
  logIn: 'تسجيل الدخول',
  logOut: 'تسجيل الخروج',
  availability: 'الحالة',
  available: 'متاح',
  unavailable: 'غير متاح',
  later: 'غير متاح بعد هذه المكالمة',
  phoneOffline: 'الهاتف غير متصل',

  // Devices
  devices: 'الأجهزة',
  input: 'الميكروفون',
  output: 'مكبر الصوت',
  ringer: 'الرنين',
  ringerVolume: 'مستوى صوت الرنين',
  systemDevice: 'الجهاز الافتراضي',
  device: 'جهاز',
  try: 'تجربة',
  tryDevice: (use) => `تجربة: ${isolated(use)}`,
  deviceFailed: 'لا يمكن استخدام هذا الجهاز. سيبقى الجهاز السابق.',
  settings: 'الإعدادات',
  close: 'إغلاق',

  // What HubSpot could not do
  'notice.CREATE_ENGAGEMENT_FAILED': 'تعذّر على HubSpot إنشاء سجل لهذه المكالمة. ملاحظاتك محفوظة.',
  'notice.NAVIGATE_TO_RECORD_FAILED': 'تعذّر على HubSpot فتح هذا السجل.',
  'notice.FINALIZE_ENGAGEMENT_FAILED': 'تعذّر على HubSpot إغلاق هذه المكالمة.',
  'notice.PUBLISH_TO_CHANNEL_FAILED': 'تعذّر على HubSpot إغلاق هذه المكالمة.',
  'notice.CALLER_ID_MATCH_FAILED': 'تعذّر على HubSpot البحث عن المتصل.',
  'notice.PHONE_BUSY': 'رُفضت مكالمة واردة.',
};

registerTranslation(ar);
