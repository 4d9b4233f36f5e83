import {decode} from '../compile/pictures/sample-photos.js'

/** Images of 7 by 5 red pixels, as ImageMagick writes them. */
export const PNG = decode(
  'iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAQMAAACzVGSbAAAAA1BMVEX/AAAZ4gk3AAAAC0lEQVQI12NggAEAAAoAAef42voAAAAASUVO'
  + 'RK5CYII=',
)
export const GIF = decode('R0lGODlhBwAFAPAAAP8AAAAAACH5BAAAAAAALAAAAAAHAAUAAAIFhI+puwUAOw==')
export const JPEG = decode(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////'
  + '////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////'
  + '////wAARCAAFAAcDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAA'
  + 'AAAAAAAAAAAAAwT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCQA1j/2Q==',
)
export const WEBP = decode(
  'UklGRjQAAABXRUJQVlA4ICgAAACQAQCdASoHAAUAB0CWJaACdLoAA5gA/uUK+Cepco/+N48CvJdjoAAA',
)
export const WEBP_LOSSLESS = decode('UklGRhwAAABXRUJQVlA4TA8AAAAvBgABAAcQ/Y/+ByKi/wEA')
export const WEBP_EXTENDED = decode(
  'UklGRlgAAABXRUJQVlA4WAoAAAAQAAAABgAABAAAQUxQSAoAAAABB9C/iAhERP8DVlA4ICgAAACQAQCdASoHAAUAB0CWJaACdLoAA5gA'
  + '/uUK+Cepco/+N48CvJdjoAAA',
)
