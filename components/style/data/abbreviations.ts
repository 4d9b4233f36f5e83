/** What everybody knows who works in the NHS: used without being explained (rule C25). */
export const ABBREVIATIONS = [
  'UK', 'US', 'EU', 'NHS', 'GP', 'A&E', 'IT', 'HR', 'PC', 'PDF', 'USB', 'TV', 'ID', 'PIN', 'QR', 'OK', 'FAQ', 'CV',
  'COVID', 'BBC', 'DVD', 'MP', 'GMT', 'BST', 'MIT', 'HIV', 'DNA', 'HTML', 'XL', 'SIM', 'AA', 'AAA', 'CD',
] as const
