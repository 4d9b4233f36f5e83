/**
 * As much of SharePoint as a web part meets: the loader that gives it Microsoft's modules by name, the class that it
 * extends, and a settings pane that only says what is in it. The real ones run on a tenant alone.
 */
'use strict'

{
  const field = (name, about) => ({name, ...about})
  class BaseClientSideWebPart {
    domElement = document.querySelector('#part')
    properties = {}
    context = {propertyPane: {refresh: () => document.dispatchEvent(new Event('settings-changed'))}}
    onPropertyPaneFieldChanged() {}
  }
  const modules = {
    '@microsoft/sp-core-library': {Version: {parse: text => text}},
    '@microsoft/sp-property-pane': {
      PropertyPaneDropdown: field, PropertyPaneLabel: field, PropertyPaneTextField: field, PropertyPaneToggle: field,
    },
    '@microsoft/sp-webpart-base': {BaseClientSideWebPart},
  }

  /** The words come as a module without a name, the web part as one with its id. */
  window.define = (...words) => {
    const make = words.pop()
    const needed = words.pop()
    if (words.length === 0) modules.DigitalSkillsGuideWebPartStrings = make()
    else window.WebPart = make(...needed.map(name => modules[name])).default
  }
}
