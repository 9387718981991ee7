/**
 * Sentences that the program says where something was wrong or worth a look, in German and Ukrainian: checks before
 * publishing and errors, as actions say them in English. `{}` stands for what differs (a name, a number, an address).
 */
export const sentenceTable: readonly (readonly [english: string, german: string, ukrainian: string])[] = [
  // What the checks before publishing find.
  [
    'Nobody has said yet whether AI helped with this story.',
    'Noch hat niemand gesagt, ob bei diesem Artikel KI geholfen hat.',
    'Ще ніхто не сказав, чи допомагав із цим матеріалом ШІ.',
  ],
  [
    'Readers are told where it did. Answer below; “no help” shows nothing on the page.',
    'Leser erfahren, wobei. Antworten Sie unten; „bei nichts“ zeigt nichts auf der Seite.',
    'Читачам кажуть, з чим саме. Дайте відповідь нижче; «ні з чим» нічого не показує на сторінці.',
  ],
  [
    'The story is embargoed until {} ({}).',
    'Für den Artikel gilt eine Sperrfrist bis {} ({}).',
    'На матеріал накладено ембарго до {} ({}).',
  ],
  [
    'It can be scheduled for that time or later, but nobody can publish it before.',
    'Er lässt sich für diese Zeit oder später planen, aber niemand kann ihn vorher veröffentlichen.',
    'Його можна запланувати на цей час або пізніше, але раніше не опублікує ніхто.',
  ],
  [
    'This story was private where it came from.',
    'Dieser Artikel war dort, woher er kam, nicht öffentlich.',
    'Там, звідки цей матеріал, він був непублічний.',
  ],
  [
    'It was imported from a page that not everybody could read. Open it first, if everybody may.',
    'Er stammt von einer Seite, die nicht alle lesen konnten. Öffnen Sie ihn zuerst, wenn alle dürfen.',
    'Його імпортовано зі сторінки, яку могли читати не всі. Спершу відкрийте його, якщо можна всім.',
  ],
  [
    'The headline for search has {} letters.',
    'Die Überschrift für die Suche hat {} Zeichen.',
    'У заголовку для пошуку знаків: {}.',
  ],
  ['The headline has {} letters.', 'Die Überschrift hat {} Zeichen.', 'У заголовку знаків: {}.'],
  [
    'Search results and the cards of social networks both cut it: about {} fit in search, {} on a card. A shorter one for search leaves the headline on the page as it is.',
    'Suchergebnisse und soziale Netze kürzen sie: In die Suche passen etwa {}, auf eine Karte {}. Eine kürzere für die Suche lässt die Überschrift auf der Seite, wie sie ist.',
    'Пошук і картки соціальних мереж його обріжуть: у пошук вміщується близько {}, на картку {}. Коротший для пошуку лишає заголовок на сторінці як є.',
  ],
  [
    'Search results cut it: about {} fit in search, {} on a card. A shorter one for search leaves the headline on the page as it is.',
    'Suchergebnisse kürzen sie: In die Suche passen etwa {}, auf eine Karte {}. Eine kürzere für die Suche lässt die Überschrift auf der Seite, wie sie ist.',
    'Пошук його обріже: у пошук вміщується близько {}, на картку {}. Коротший для пошуку лишає заголовок на сторінці як є.',
  ],
  ['A link leads nowhere: {}.', 'Ein Link führt nirgendwohin: {}.', 'Посилання нікуди не веде: {}.'],
  [
    'A link leads on to another address: {}.',
    'Ein Link führt zu einer anderen Adresse weiter: {}.',
    'Посилання веде далі на іншу адресу: {}.',
  ],
  [
    'It goes to {}. Link to that, before the old address is given up.',
    'Er geht zu {}. Verlinken Sie dorthin, bevor die alte Adresse aufgegeben wird.',
    'Воно веде до {}. Посилайтеся туди, доки старої адреси не покинули.',
  ],
  [
    'Still looking where this link leads: {}.',
    'Es wird noch geprüft, wohin dieser Link führt: {}.',
    'Ще з’ясовується, куди веде це посилання: {}.',
  ],
  ['You need not wait for it.', 'Sie müssen nicht darauf warten.', 'Чекати на це не треба.'],
  [
    'One note in the margin is not resolved.',
    'Eine Notiz am Rand ist nicht erledigt.',
    'Одну нотатку на полях не вирішено.',
  ],
  [
    '{} notes in the margin are not resolved.',
    '{} Notizen am Rand sind nicht erledigt.',
    'Не вирішено нотаток на полях: {}.',
  ],
  [
    'Somebody has asked or doubted something here. Readers never see notes.',
    'Hier hat jemand etwas gefragt oder bezweifelt. Leser sehen Notizen nie.',
    'Тут хтось щось запитав або засумнівався. Читачі нотаток не бачать.',
  ],
  [
    'One suggested change is neither accepted nor rejected.',
    'Ein Änderungsvorschlag ist weder angenommen noch abgelehnt.',
    'Одну запропоновану зміну не прийнято й не відхилено.',
  ],
  [
    '{} suggested changes are neither accepted nor rejected.',
    '{} Änderungsvorschläge sind weder angenommen noch abgelehnt.',
    'Не прийнято й не відхилено запропонованих змін: {}.',
  ],
  [
    'Until then words that are suggested do not go out, and words that are to be deleted do.',
    'Bis dahin erscheinen vorgeschlagene Wörter nicht, zu löschende aber schon.',
    'Доти запропоновані слова не виходять, а ті, що пропонують видалити, виходять.',
  ],
  [
    'The story names a topic that is no longer there (number {}).',
    'Der Artikel nennt ein Thema, das es nicht mehr gibt (Nummer {}).',
    'У матеріалі вказано тему, якої вже немає (номер {}).',
  ],
  [
    'The story names an author that is no longer there (number {}).',
    'Der Artikel nennt einen Autor, den es nicht mehr gibt (Nummer {}).',
    'У матеріалі вказано автора, якого вже немає (номер {}).',
  ],
  [
    'Choose another, or take it away.',
    'Wählen Sie einen anderen Eintrag, oder nehmen Sie ihn weg.',
    'Виберіть інше або приберіть.',
  ],
  ['The story has no topic.', 'Der Artikel hat kein Thema.', 'Матеріал не має теми.'],
  [
    'Readers would not find it on any topic’s page or in its feed, and no other stories are offered under it.',
    'Leser fänden ihn auf keiner Themenseite und in keinem Themen-Feed, und unter ihm stünden keine anderen Artikel.',
    'Читачі не знайдуть його на жодній сторінці теми чи в її стрічці, і під ним не буде інших матеріалів.',
  ],
  ['The story has no author.', 'Der Artikel hat keinen Autor.', 'Матеріал не має автора.'],
  [
    'Readers trust a story more when they see who answers for it.',
    'Leser vertrauen einem Artikel mehr, wenn sie sehen, wer für ihn einsteht.',
    'Читачі більше довіряють матеріалові, коли бачать, хто за нього відповідає.',
  ],
  ['The story has no standfirst.', 'Der Artikel hat keinen Vorspann.', 'Матеріал не має ліда.'],
  [
    'It stands under the headline, on the front, in feeds and in search results.',
    'Er steht unter der Überschrift, auf der Titelseite, in Feeds und Suchergebnissen.',
    'Він стоїть під заголовком, на першій сторінці, у стрічках і пошуку.',
  ],
  ['The story has no text yet.', 'Der Artikel hat noch keinen Text.', 'Матеріал іще не має тексту.'],
  [
    'Readers would find a headline and nothing under it.',
    'Leser fänden eine Überschrift und nichts darunter.',
    'Читачі знайдуть заголовок і нічого під ним.',
  ],
  ['The story has no headline.', 'Der Artikel hat keine Überschrift.', 'Матеріал не має заголовка.'],
  [
    'The headline is longer than 500 letters.',
    'Die Überschrift ist länger als 500 Zeichen.',
    'Заголовок довший за 500 знаків.',
  ],
  ['The story has no address.', 'Der Artikel hat keine Adresse.', 'Матеріал не має адреси.'],
  [
    'Every list, feed and letter shows a story by its headline.',
    'Jede Liste, jeder Feed und jeder Brief zeigt einen Artikel mit seiner Überschrift.',
    'Кожен список, стрічка й лист показують матеріал за заголовком.',
  ],
  [
    'It could not be kept as a revision like this.',
    'So ließe er sich nicht als Fassung aufbewahren.',
    'Так його не можна зберегти версією.',
  ],
  [
    'The address is where readers find the story, for as long as it is there.',
    'Unter der Adresse finden Leser den Artikel, solange es ihn gibt.',
    'За адресою читачі знаходять матеріал, доки він є.',
  ],
  [
    'The address “/{}” belongs to the publication itself; choose another.',
    'Die Adresse „/{}“ gehört der Publikation selbst; wählen Sie eine andere.',
    'Адреса «/{}» належить самому виданню; виберіть іншу.',
  ],
  [
    '“{}” cannot be an address: use letters, digits and single hyphens.',
    '„{}“ kann keine Adresse sein: Verwenden Sie Buchstaben, Ziffern und einzelne Bindestriche.',
    '«{}» не може бути адресою: беріть літери, цифри й поодинокі дефіси.',
  ],
  [
    'The address “/{}” belongs to another story, “{}”.',
    'Die Adresse „/{}“ gehört einem anderen Artikel: „{}“.',
    'Адреса «/{}» належить іншому матеріалові: «{}».',
  ],
  [
    'The address “/{}” belongs to another story.',
    'Die Adresse „/{}“ gehört einem anderen Artikel.',
    'Адреса «/{}» належить іншому матеріалові.',
  ],
  [
    'An address leads to one story only, also where that story has since moved on.',
    'Eine Adresse führt zu nur einem Artikel, auch wenn der inzwischen umgezogen ist.',
    'Адреса веде лише до одного матеріалу, навіть якщо той відтоді переїхав.',
  ],
  [
    'The lead photograph is no longer there.',
    'Das Foto am Anfang ist nicht mehr da.',
    'Фото вгорі вже немає.',
  ],
  [
    'A photograph in the text is no longer there.',
    'Ein Foto im Text ist nicht mehr da.',
    'Одного фото в тексті вже немає.',
  ],
  [
    'Readers would see a gap. Choose another.',
    'Leser sähen eine Lücke. Wählen Sie ein anderes.',
    'Читачі побачать порожнечу. Виберіть інше.',
  ],
  [
    'The lead photograph has no description (alt text).',
    'Das Foto am Anfang hat keine Beschreibung (Alternativtext).',
    'Фото вгорі не має опису (альтернативного тексту).',
  ],
  [
    'A photograph in the text has no description (alt text).',
    'Ein Foto im Text hat keine Beschreibung (Alternativtext).',
    'Фото в тексті не має опису (альтернативного тексту).',
  ],
  [
    'Photograph {} of a gallery has no description (alt text).',
    'Foto {} einer Bildergalerie hat keine Beschreibung (Alternativtext).',
    'Фото {} в галереї не має опису (альтернативного тексту).',
  ],
  [
    'Readers who do not see the picture hear this in its place. Say in a sentence what it shows.',
    'Leser, die das Bild nicht sehen, hören sie an seiner Stelle. Sagen Sie in einem Satz, was es zeigt.',
    'Читачі, які не бачать зображення, чують його замість нього. Скажіть одним реченням, що на ньому.',
  ],
  [
    'The lead photograph has no credit.',
    'Das Foto am Anfang hat keinen Bildnachweis.',
    'Фото вгорі не має авторства.',
  ],
  [
    'A photograph in the text has no credit.',
    'Ein Foto im Text hat keinen Bildnachweis.',
    'Фото в тексті не має авторства.',
  ],
  [
    'Photograph {} of a gallery has no credit.',
    'Foto {} einer Bildergalerie hat keinen Bildnachweis.',
    'Фото {} в галереї не має авторства.',
  ],
  [
    'Whoever took it has a right to be named: “Name/Agency”.',
    'Wer es aufgenommen hat, hat ein Recht darauf, genannt zu werden: „Name/Agentur“.',
    'Той, хто його зробив, має право бути названим: «Ім’я/агенція».',
  ],
  [
    '{} may not be shown any more: its rights ended on {}.',
    'Ein Foto darf nicht mehr gezeigt werden: {}. Die Rechte endeten am {}.',
    'Фото більше не можна показувати: {}. Права закінчилися {}.',
  ],
  [
    'Showing it can cost the newsroom money. Choose another, or renew the rights and change the date.',
    'Es zu zeigen kann die Redaktion Geld kosten. Wählen Sie ein anderes, oder erneuern Sie die Rechte und ändern Sie das Datum.',
    'Його показ може коштувати редакції грошей. Виберіть інше або поновіть права й змініть дату.',
  ],
  [
    'The lead photograph is {} pixels wide.',
    'Das Foto am Anfang ist {} Pixel breit.',
    'Ширина фото вгорі в пікселях: {}.',
  ],
  [
    'On large screens and on cards it looks blurred; {} pixels or more are sharp.',
    'Auf großen Bildschirmen und Karten wirkt es unscharf; ab {} Pixeln ist es scharf.',
    'На великих екранах і картках воно нечітке; від {} пікселів — чітке.',
  ],

  // What stands in the way, from any desk.
  ['There is no such story.', 'Diesen Artikel gibt es nicht.', 'Такого матеріалу немає.'],
  ['There is no such brief.', 'Diese Meldung gibt es nicht.', 'Такої новини немає.'],
  ['This note is gone.', 'Diese Notiz ist nicht mehr da.', 'Цієї нотатки вже немає.'],
  [
    'The text of this story was removed for good.',
    'Der Text dieses Artikels wurde endgültig entfernt.',
    'Текст цього матеріалу вилучено назавжди.',
  ],
  [
    'Your role in the newsroom does not allow this.',
    'Ihre Rolle in der Redaktion erlaubt das nicht.',
    'Ваша роль у редакції цього не дозволяє.',
  ],
  [
    'This story is not one of yours. An editor can let you in.',
    'Dieser Artikel gehört nicht zu Ihren. Die Redaktion kann Sie einlassen.',
    'Цей матеріал не ваш. Редактор може вас пустити.',
  ],
  [
    'This brief is somebody else’s. An editor can change it.',
    'Diese Meldung ist von jemand anderem. Die Redaktion kann sie ändern.',
    'Це чужа новина. Її може змінити редактор.',
  ],
  [
    'This brief has been withdrawn. Put it back first.',
    'Diese Meldung wurde zurückgezogen. Holen Sie sie zuerst zurück.',
    'Цю новину відкликано. Спершу поверніть її.',
  ],
  [
    'This time is past. Choose a later one, or post the brief now.',
    'Diese Zeit ist vorbei. Wählen Sie eine spätere, oder senden Sie die Meldung jetzt.',
    'Цей час минув. Виберіть пізніший або опублікуйте новину зараз.',
  ],
  [
    'The time to publish lies in the past.',
    'Die Zeit der Veröffentlichung liegt in der Vergangenheit.',
    'Час публікації вже минув.',
  ],
  ['That time lies in the past.', 'Diese Zeit liegt in der Vergangenheit.', 'Цей час уже минув.'],
  [
    'This embargo would be over already.',
    'Diese Sperrfrist wäre schon vorbei.',
    'Це ембарго вже скінчилося б.',
  ],
  [
    'The story is scheduled to go out before that. Take it off the schedule first.',
    'Der Artikel ist für eine frühere Zeit geplant. Heben Sie zuerst die Planung auf.',
    'Матеріал заплановано на раніше. Спершу зніміть його з плану.',
  ],
  [
    'The story is out already, so it cannot be embargoed. It can be withdrawn.',
    'Der Artikel ist schon erschienen; eine Sperrfrist ist nicht mehr möglich. Er lässt sich zurückziehen.',
    'Матеріал уже вийшов, тож ембарго неможливе. Його можна відкликати.',
  ],
  [
    'Nothing has changed since it was last published.',
    'Seit der letzten Veröffentlichung hat sich nichts geändert.',
    'Від останньої публікації нічого не змінилося.',
  ],
  [
    'The checks have found something. Put it right, or say why the story goes out all the same.',
    'Die Prüfungen haben etwas gefunden. Bringen Sie es in Ordnung, oder sagen Sie, warum der Artikel trotzdem erscheint.',
    'Перевірки щось знайшли. Виправте це або скажіть, чому матеріал виходить попри це.',
  ],
  ['Choose somebody from the list.', 'Wählen Sie jemanden aus der Liste.', 'Виберіть когось зі списку.'],
  ['Write something in the note.', 'Schreiben Sie etwas in die Notiz.', 'Напишіть щось у нотатці.'],
  ['Choose the photographs first.', 'Wählen Sie zuerst die Fotos aus.', 'Спершу виберіть фото.'],
  [
    'Use letters, digits and single hyphens.',
    'Verwenden Sie Buchstaben, Ziffern und einzelne Bindestriche.',
    'Беріть літери, цифри й поодинокі дефіси.',
  ],
  [
    'There is nobody with this number on the staff.',
    'Im Team hat niemand diese Nummer.',
    'У команді немає нікого з таким номером.',
  ],
  [
    'This is the last owner. Make somebody else an owner first.',
    'Das ist der letzte Inhaber. Machen Sie zuerst jemand anderen zum Inhaber.',
    'Це останній власник. Спершу зробіть власником когось іншого.',
  ],
  [
    'This newsroom requires a second factor: add another before you take this one away.',
    'Diese Redaktion verlangt einen zweiten Faktor: Fügen Sie einen anderen hinzu, bevor Sie diesen wegnehmen.',
    'Ця редакція вимагає другого чинника: додайте інший, перш ніж вилучити цей.',
  ],
  [
    'Set up one-time passwords or add a passkey first.',
    'Richten Sie zuerst Einmalpasswörter ein, oder fügen Sie einen Passkey hinzu.',
    'Спершу налаштуйте одноразові паролі або додайте ключ доступу.',
  ],
  [
    'Set up a second factor for yourself first, on the page of your account.',
    'Richten Sie zuerst für sich selbst einen zweiten Faktor ein, auf der Seite Ihres Kontos.',
    'Спершу налаштуйте другий чинник для себе, на сторінці свого облікового запису.',
  ],
  [
    'This invitation has been used or withdrawn.',
    'Diese Einladung wurde angenommen oder zurückgezogen.',
    'Це запрошення прийнято або відкликано.',
  ],
  [
    'This letter has been sent meanwhile, or can no longer be: its words are forgotten.',
    'Dieser Brief wurde inzwischen gesendet oder lässt sich nicht mehr senden: Sein Inhalt ist vergessen.',
    'Цей лист уже надіслано, або надіслати його вже не можна: його зміст забуто.',
  ],
  [
    '{} has this address and is on the staff already.',
    '{} hat diese Adresse und ist schon im Team.',
    '{}: ця адреса вже є в команді.',
  ],
  ['{} has this address already.', '{} hat diese Adresse schon.', '{}: ця адреса вже зайнята.'],
  ['This is your address already.', 'Das ist schon Ihre Adresse.', 'Це вже ваша адреса.'],
  ['Give an e-mail address.', 'Geben Sie eine E-Mail-Adresse an.', 'Вкажіть електронну адресу.'],
  ['This is not an e-mail address.', 'Das ist keine E-Mail-Adresse.', 'Це не електронна адреса.'],
  ['This e-mail address is too long.', 'Diese E-Mail-Adresse ist zu lang.', 'Ця електронна адреса задовга.'],
  ['Give a name.', 'Geben Sie einen Namen an.', 'Вкажіть ім’я.'],
  [
    'A name has 200 letters at most.',
    'Ein Name hat höchstens 200 Zeichen.',
    'Ім’я має щонайбільше 200 знаків.',
  ],
  ['Choose one of the authors.', 'Wählen Sie einen der Autoren aus.', 'Виберіть одного з авторів.'],
  [
    'Too many codes have been asked for. Please wait an hour, or sign in with a passkey.',
    'Es wurden zu viele Codes angefordert. Bitte warten Sie eine Stunde, oder melden Sie sich mit einem Passkey an.',
    'Замовлено забагато кодів. Зачекайте годину або увійдіть із ключем доступу.',
  ],
  [
    'Too many wrong codes. Please wait a quarter of an hour, or use a passkey.',
    'Zu viele falsche Codes. Bitte warten Sie eine Viertelstunde, oder verwenden Sie einen Passkey.',
    'Забагато неправильних кодів. Зачекайте чверть години або скористайтеся ключем доступу.',
  ],
  [
    'This was sent by another site, so nothing was done.',
    'Das wurde von einer anderen Website gesendet; es ist nichts geschehen.',
    'Це надіслано з іншого сайту, тож нічого не зроблено.',
  ],
  ['There is nothing to undo.', 'Es gibt nichts rückgängig zu machen.', 'Скасовувати нема чого.'],
]
