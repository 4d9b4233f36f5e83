interface DigitalSkillsGuideWebPartStrings {
  Title: string
  WhatToShow: string
  Show: string
  ShowGuide: string
  ShowPathways: string
  ShowPathway: string
  ShowModule: string
  ShowQuiz: string
  ShowSelfAssessment: string
  ShowProfile: string
  ShowRecord: string
  ShowSearch: string
  ShowGlossary: string
  ShowCanvas: string
  Pathway: string
  Module: string
  ChooseOne: string
  WhereFrom: string
  Address: string
  AddressHint: string
  LocalDetails: string
  LocalDetailsHint: string
  Readers: string
  SharedComputer: string
  Yes: string
  No: string
  NoAddress: string
  NotListed: string
}

declare module 'DigitalSkillsGuideWebPartStrings' {
  const strings: DigitalSkillsGuideWebPartStrings
  export = strings
}
