export * from '@guidepup/virtual-screen-reader'
