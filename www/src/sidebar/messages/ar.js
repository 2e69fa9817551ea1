/**
 * Arabic messages. See index.js for what a message file has to give.
 */

/** What is said at first. @type {import('./index.js').Messages} */
export const first = {
  lang: 'ar',
  direction: 'rtl',
  fallbackLocale: 'ar',

  name: 'الخلاصة',
  articleTime: 'المقال {time}',
  gistTime: 'الخلاصة {time}',
  truncated: 'قُرئت البداية وحدها',
  sidebarLabel: 'خلاصة هذا المقال',

  loading: 'نقرأ المقال…',
  emptyTitle: 'لا يبدو أن هذه الصفحة مقال',
  emptyText: 'ليس في الصفحة نص متصل يكفي لاستخراج أرقامه وتواريخه وأقواله.',
  errorTitle: 'تعذّرت قراءة المقال',
  errorText: 'حدث خلل داخل هذه اللوحة، أما الصفحة نفسها فلم تتأثر.',
  retry: 'حاول مجددا',

  all: 'الكل',
  summary: 'في سطور',
  figures: 'أهم الأرقام',
  figuresTab: 'أرقام',
  dates: 'ماذا حدث ومتى',
  datesTab: 'تواريخ',
  quotes: 'من قال ماذا',
  quotesTab: 'أقوال',
  nothingFigures: 'لا يذكر المقال أرقاما.',
  nothingDates: 'لا يذكر المقال تواريخ.',
  nothingQuotes: 'لا ينقل المقال قولا عن أحد.',
  nothingSummary: 'المقال أقصر من أن يُختصر.',
  showAll: {
    one: 'أظهر عنصرا آخر',
    two: 'أظهر عنصرين آخرين',
    few: 'أظهر {n} عناصر أخرى',
    many: 'أظهر {n} عنصرا آخر',
    other: 'أظهر {n} عنصر آخر',
  },

  length: 'طول الخلاصة',
  short: 'قصيرة',
  medium: 'وسطى',
  long: 'مفصلة',

  kinds: {
    casualties: 'قتلى وجرحى ومفقودون',
    troops: 'قوات وعتاد',
    people: 'أشخاص',
    money: 'أموال',
    percent: 'نسب مئوية',
    measure: 'مقاييس',
    age: 'أعمار',
    count: 'أعداد',
  },
  modifiers: {
    approx: 'نحو',
    'more-than': 'أكثر من',
    'less-than': 'أقل من',
    'at-least': 'على الأقل',
    'at-most': 'على الأكثر',
  },
  mentions: {
    one: 'ذُكر مرة',
    two: 'ذُكر مرتين',
    few: 'ذُكر {n} مرات',
    many: 'ذُكر {n} مرة',
    other: 'ذُكر {n} مرة',
  },
  rangeOf: 'من {low} إلى {high}',
  chartPlace: 'المكان أو الجهة',
  chartNumber: 'العدد',

  dateModifiers: {
    start: 'مطلع {date}',
    mid: 'منتصف {date}',
    end: 'أواخر {date}',
    approx: 'نحو {date}',
    before: 'قبل {date}',
    after: 'بعد {date}',
    'more-than': 'أكثر من {date}',
    'less-than': 'أقل من {date}',
  },
  seasons: { SP: 'ربيع {year}', SU: 'صيف {year}', FA: 'خريف {year}', WI: 'شتاء {year}' },
  quarter: 'الربع {n} من {year}',
  half: 'النصف {n} من {year}',
  week: 'الأسبوع {n} من {year}',
  decade: 'عقد {year}',
  century: 'القرن الذي يبدأ عام {n}00',
  published: 'نُشر المقال',

  unnamed: 'لم يُسمَّ القائل',
  quoteCount: { one: 'قول واحد', two: 'قولان', few: '{n} أقوال', many: '{n} قولا', other: '{n} قول' },
  direct: 'كلام مباشر',
  reported: 'كلام منقول',

  search: 'ابحث في الخلاصة',

  more: 'المزيد',
  close: 'إغلاق',
  expand: 'افتح الخلاصة',
  resize: 'عرض اللوحة',
  sheet: 'ارتفاع اللوحة',

  unavailable: 'تعذّر التحميل، حاول مجددا.',
  share: 'مشاركة',

  updated: 'تغيّر المقال فأعيدت قراءته.',
  ready: 'الخلاصة جاهزة.',
  verbatim: 'من نص المقال حرفيا، ولا يغادر شيء متصفحك',
};

/** What is said once a reader asks for more: loaded then. */
export const later = {
  durations: 'كم دام',
  nothingFound: 'لا شيء في الخلاصة يطابق «{query}».',

  order: 'الترتيب',
  byTime: 'كما حدث',
  byText: 'كما رُوي',
  scale: 'خط زمني من {from} إلى {to}',

  everyone: 'الجميع',
  cast: 'القائلون',

  found: { zero: 'لا عناصر', one: 'عنصر واحد', two: 'عنصران', few: '{n} عناصر', many: '{n} عنصرا', other: '{n} عنصر' },

  collapse: 'طيّ إلى لسان جانبي',
  moveLeft: 'انقلها إلى اليسار',
  moveRight: 'انقلها إلى اليمين',
  theme: 'الألوان',
  themeAuto: 'تلقائية',
  themeLight: 'فاتحة',
  themeDark: 'داكنة',

  previous: 'العنصر السابق',
  next: 'العنصر التالي',
  related: 'يتصل به',
  copy: 'نسخ',
  copyLink: 'نسخ الرابط',
  copied: 'تم النسخ',
  copyFailed: 'تعذّر النسخ',
  copyText: 'نسخ نصا',
  copyMarkdown: 'نسخ بصيغة Markdown',
  copyJson: 'نسخ بصيغة JSON',
  save: 'حفظ صفحةً',
  print: 'طباعة',

  shown: 'ظاهر في المقال: {text}',
  lost: 'لم يعد هذا المقطع في الصفحة.',
};

/** Both, as pages bring a language along. */
export default /* @__PURE__ */ Object.assign({}, first, later);
