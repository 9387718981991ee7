import { defineMessages } from './messages.ts'

export const pictureMessages = defineMessages({
  en: {
    by: (credit: string) => `Photograph: ${credit}`,
    at: (host: string) => `Picture at ${host}`,
    failed: 'This picture cannot be shown.',
  },
  uk: {
    by: (credit: string) => `Фото: ${credit}`,
    at: (host: string) => `Зображення на ${host}`,
    failed: 'Це зображення неможливо показати.',
  },
  es: {
    by: (credit: string) => `Fotografía: ${credit}`,
    at: (host: string) => `Imagen en ${host}`,
    failed: 'Esta imagen no se puede mostrar.',
  },
  de: {
    by: (credit: string) => `Foto: ${credit}`,
    at: (host: string) => `Bild auf ${host}`,
    failed: 'Dieses Bild kann nicht gezeigt werden.',
  },
  fr: {
    by: (credit: string) => `Photographie : ${credit}`,
    at: (host: string) => `Image sur ${host}`,
    failed: 'Cette image ne peut pas être affichée.',
  },
  ar: {
    by: (credit: string) => `تصوير: ${credit}`,
    at: (host: string) => `صورة على ${host}`,
    failed: 'لا يمكن عرض هذه الصورة.',
  },
})
