import { defineMessages } from '../../design/messages.ts'

/** Texts of the pages for errors. */
export const errorMessages = defineMessages({
  en: {
    notFound: 'There is no such page',
    notFoundText:
      'There is nothing at this address. It may have been mistyped, or the page may have moved. Try the search, or start from one of these.',
    searchFor: 'Search the paper',
    search: 'Search',
    latest: 'Latest stories',
    withdrawn: 'This story has been withdrawn',
    withdrawnText: 'It was published here, and the newsroom has since taken it back.',
    badRequest: 'We could not make sense of this address',
    fault: 'Something went wrong on our side',
    faultText: 'We could not bring you this page just now. Nothing is lost: please try again in a minute.',
    reference: 'If it keeps happening, write to us and mention',
    toFront: 'To the front page',
  },
  uk: {
    notFound: 'Такої сторінки немає',
    notFoundText:
      'За цією адресою нічого немає. Можливо, в ній помилка або сторінку перенесли. Спробуйте пошук чи почніть звідси.',
    searchFor: 'Пошук у виданні',
    search: 'Шукати',
    latest: 'Останні матеріали',
    withdrawn: 'Цей матеріал знято з публікації',
    withdrawnText: 'Він був опублікований тут, але згодом редакція його зняла.',
    badRequest: 'Ми не змогли прочитати цю адресу',
    fault: 'Щось пішло не так з нашого боку',
    faultText: 'Зараз не вдалося підготувати цю сторінку. Спробуйте ще раз за хвилину: нічого не втрачено.',
    reference: 'Якщо це повторюється, напишіть нам і вкажіть',
    toFront: 'На першу сторінку',
  },
  es: {
    notFound: 'Esta página no existe',
    notFoundText:
      'No hay nada en esta dirección. Puede que esté mal escrita o que la página se haya movido. Pruebe a buscar o empiece por aquí.',
    searchFor: 'Buscar en el periódico',
    search: 'Buscar',
    latest: 'Últimos artículos',
    withdrawn: 'Este artículo ha sido retirado',
    withdrawnText: 'Se publicó aquí y, más tarde, la redacción lo retiró.',
    badRequest: 'No hemos podido entender esta dirección',
    fault: 'Algo ha fallado por nuestra parte',
    faultText:
      'No hemos podido preparar esta página. No se ha perdido nada: vuelva a intentarlo dentro de un minuto.',
    reference: 'Si vuelve a ocurrir, escríbanos y mencione',
    toFront: 'Ir a la portada',
  },
  de: {
    notFound: 'Diese Seite gibt es nicht',
    notFoundText:
      'Unter dieser Adresse gibt es nichts. Vielleicht ist ein Tippfehler darin, oder die Seite ist umgezogen. Versuchen Sie es mit der Suche, oder beginnen Sie hier.',
    searchFor: 'In der Zeitung suchen',
    search: 'Suchen',
    latest: 'Neueste Artikel',
    withdrawn: 'Dieser Artikel wurde zurückgezogen',
    withdrawnText: 'Er ist hier erschienen und wurde später von der Redaktion zurückgezogen.',
    badRequest: 'Diese Adresse konnten wir nicht lesen',
    fault: 'Bei uns ist etwas schiefgegangen',
    faultText:
      'Diese Seite können wir gerade nicht zeigen. Es ist nichts verloren; bitte versuchen Sie es in einer Minute noch einmal.',
    reference: 'Wenn es wieder vorkommt, schreiben Sie uns und nennen Sie',
    toFront: 'Zur Titelseite',
  },
  fr: {
    notFound: 'Cette page n’existe pas',
    notFoundText:
      'Il n’y a rien à cette adresse. Elle est peut-être mal saisie, ou la page a été déplacée. Essayez la recherche, ou commencez ici.',
    searchFor: 'Rechercher dans le journal',
    search: 'Rechercher',
    latest: 'Derniers articles',
    withdrawn: 'Cet article a été retiré',
    withdrawnText: 'Il a été publié ici, puis la rédaction l’a retiré.',
    badRequest: 'Nous n’avons pas pu lire cette adresse',
    fault: 'Une erreur s’est produite de notre côté',
    faultText:
      'Nous ne pouvons pas afficher cette page pour l’instant. Rien n’est perdu : réessayez dans une minute.',
    reference: 'Si cela se reproduit, écrivez-nous en indiquant',
    toFront: 'Aller à la une',
  },
  ar: {
    notFound: 'لا توجد صفحة بهذا العنوان',
    notFoundText: 'لا شيء في هذا العنوان. ربما كُتب خطأً أو نُقلت الصفحة. جرّبوا البحث أو ابدؤوا من هنا.',
    searchFor: 'البحث في الصحيفة',
    search: 'بحث',
    latest: 'أحدث المقالات',
    withdrawn: 'سُحب هذا المقال',
    withdrawnText: 'نُشر هنا ثم سحبته هيئة التحرير.',
    badRequest: 'تعذّرت قراءة هذا العنوان',
    fault: 'حدث خطأ من جانبنا',
    faultText: 'يتعذّر عرض هذه الصفحة الآن. لم يضِع شيء؛ يُرجى المحاولة مجددًا بعد دقيقة.',
    reference: 'إذا تكرر ذلك فراسلونا واذكروا',
    toFront: 'إلى الصفحة الأولى',
  },
})
