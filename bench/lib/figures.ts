import {readFileSync} from 'node:fs'
import {cpus, loadavg, totalmem} from 'node:os'

/** The figure that a share of the figures do not exceed. @param share - from 0 to 1; 0.5 is the median */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

/** The least and the most of some figures. */
export function spread(figures: readonly number[]): string {
  return `${short(Math.min(...figures))} to ${short(Math.max(...figures))}`
}

/** Three digits that count. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '-'
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : Number(value.toPrecision(2)).toString()
}

/** A table as markdown, so that it can be kept as it is printed. */
export function table(columns: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = columns.map((column, i) => Math.max(column.length, ...lines.map(line => line[i]!.length)))
  const row = (cells: readonly string[]): string => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`
  return [row(columns), `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`, ...lines.map(row)].join('\n')
}

/** Version of an installed package. */
export function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as {version: string}).version
}

/** What the figures were measured on, and when. */
export function machine(): string {
  const all = cpus()
  const processor = all[0]?.model.trim() ?? 'unknown processor'
  const month = new Date().toLocaleDateString('en-GB', {month: 'long', year: 'numeric'})
  // A load near the number of processors is a computer that others use: its figures are worth little.
  return `Node ${process.versions.node}, ${all.length} × ${processor}, ${Math.round(totalmem() / 2 ** 30)} GB, `
    + `a load of ${loadavg()[0]!.toFixed(1)} at the start, ${month}`
}
