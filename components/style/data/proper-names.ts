/** Names that keep their capitals (rules C06, C13 and spelling). A name of several words also allows each by itself. */
export const PROPER_NAMES = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
  'December', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday', 'Christmas', 'Easter',
  'England', 'Scotland', 'Wales', 'Northern Ireland', 'Britain', 'Europe', 'London', 'Leeds', 'York', 'Devon',
  'Norfolk', 'English', 'Scottish', 'Welsh', 'Irish', 'British', 'French', 'Polish', 'Urdu', 'Bengali', 'Arabic',
  'Braille', 'Microsoft Teams', 'Microsoft Word', 'Excel', 'Outlook', 'PowerPoint', 'OneDrive', 'SharePoint',
  'Copilot', 'Windows', 'Office', 'Edge', 'Chrome', 'Google', 'Apple', 'Android', 'iPhone', 'iPad', 'Safari',
  'Firefox', 'WhatsApp', 'Zoom', 'Facebook', 'YouTube', 'LinkedIn', 'Wi-Fi', 'Bluetooth', 'JavaScript', 'Node',
  'GitHub', 'Storybook', 'Nunjucks', 'NHSmail', 'NHS App', 'NHS England', 'NHS Confederation', 'Learning Hub',
  'FutureNHS', 'GOV.UK', 'Caldicott Guardian', 'Caldicott Principles', 'Accessible Information Standard',
  'Information Commissioner', 'Digital Skills Assessment Tool', 'Health and Care Digital Capabilities Framework',
  'Good Things Foundation', 'Health Education England', 'Data Security and Protection Toolkit',
  'Department of Health and Social Care', 'Digital Inclusion Action Plan', 'NHS Digital', 'NHS Digital Academy',
  'Deaf', 'Government Digital Service', 'Internet Explorer', 'Equality Act', 'Freedom of Information Act',
  'Counter Fraud Authority', 'Thrive by Design', 'Frutiger', 'Arial', 'Sass',
] as const
