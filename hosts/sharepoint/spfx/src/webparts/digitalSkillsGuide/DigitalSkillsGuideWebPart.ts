import type {IReadonlyTheme} from '@microsoft/sp-component-base'
import {Version} from '@microsoft/sp-core-library'
import {
  PropertyPaneDropdown, PropertyPaneLabel, PropertyPaneTextField, PropertyPaneToggle,
  type IPropertyPaneConfiguration, type IPropertyPaneDropdownOption, type IPropertyPaneField,
} from '@microsoft/sp-property-pane'
import {BaseClientSideWebPart} from '@microsoft/sp-webpart-base'
import * as strings from 'DigitalSkillsGuideWebPartStrings'
import {choicesOf, showGuide, themeTokens, type Choices, type Wanted} from '../../guide/index'

type Field = IPropertyPaneField<unknown>

/** The guide, or a part of it, on a SharePoint page. Everything but the settings is the elements' own work. */
export default class DigitalSkillsGuideWebPart extends BaseClientSideWebPart<Wanted> {
  private choices: Choices | undefined
  private listFailed = false

  public render(): void {
    const {address} = this.properties
    if (address) {
      void showGuide(this.domElement, {...this.properties})
      return
    }
    const advice = document.createElement('p')
    advice.textContent = strings.NoAddress
    this.domElement.replaceChildren(advice)
  }

  protected onThemeChanged(theme: IReadonlyTheme | undefined): void {
    if (!theme) return
    for (const [name, value] of Object.entries(themeTokens(theme))) {
      if (value) this.domElement.style.setProperty(name, value)
      else this.domElement.style.removeProperty(name)
    }
  }

  protected onDispose(): void {
    this.domElement.replaceChildren()
  }

  protected onPropertyPaneConfigurationStart(): void {
    void this.list()
  }

  protected onPropertyPaneFieldChanged(path: string, before: unknown, now: unknown): void {
    super.onPropertyPaneFieldChanged(path, before, now)
    if (path === 'address') void this.list()
    if (path === 'show') this.context.propertyPane.refresh()
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return {pages: [{
      header: {description: strings.Title},
      groups: [
        {groupName: strings.WhatToShow, groupFields: [
          PropertyPaneDropdown('show', {label: strings.Show, options: shown()}),
          ...this.which(),
        ]},
        {groupName: strings.WhereFrom, groupFields: [
          PropertyPaneTextField('address', {label: strings.Address, description: strings.AddressHint}),
          PropertyPaneTextField('localDetails', {label: strings.LocalDetails, description: strings.LocalDetailsHint}),
        ]},
        {groupName: strings.Readers, groupFields: [
          PropertyPaneToggle('sharedComputer', {label: strings.SharedComputer, onText: strings.Yes, offText: strings.No}),
        ]},
      ],
    }]}
  }

  protected get dataVersion(): Version {
    return Version.parse('1.0')
  }

  /** The list to choose one pathway or module from, where one is shown. */
  private which(): Field[] {
    const {show} = this.properties
    const note = this.listFailed ? [PropertyPaneLabel('', {text: strings.NotListed})] : []
    if (show === 'pathway') {
      return [PropertyPaneDropdown('pathway', {label: strings.Pathway, options: options(this.choices?.pathways)}), ...note]
    }
    if (show === 'module' || show === 'quiz') {
      return [PropertyPaneDropdown('module', {label: strings.Module, options: options(this.choices?.modules)}), ...note]
    }
    return []
  }

  private async list(): Promise<void> {
    const {address} = this.properties
    const choices = address ? await choicesOf(address).catch(() => undefined) : undefined
    if (address !== this.properties.address) return
    this.choices = choices
    this.listFailed = Boolean(address) && !choices
    this.context.propertyPane.refresh()
  }
}

function shown(): IPropertyPaneDropdownOption[] {
  return [
    {key: 'guide', text: strings.ShowGuide},
    {key: 'pathways', text: strings.ShowPathways},
    {key: 'pathway', text: strings.ShowPathway},
    {key: 'module', text: strings.ShowModule},
    {key: 'quiz', text: strings.ShowQuiz},
    {key: 'self-assessment', text: strings.ShowSelfAssessment},
    {key: 'profile', text: strings.ShowProfile},
    {key: 'record', text: strings.ShowRecord},
    {key: 'search', text: strings.ShowSearch},
    {key: 'glossary', text: strings.ShowGlossary},
    {key: 'canvas', text: strings.ShowCanvas},
  ]
}

function options(entries: {id: string; title: string}[] = []): IPropertyPaneDropdownOption[] {
  return [{key: '', text: strings.ChooseOne}, ...entries.map(({id, title}) => ({key: id, text: title}))]
}
