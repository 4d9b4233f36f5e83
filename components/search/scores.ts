/**
 * A figure for some of the sections, in room that is used again and again: a query must not cost memory. The fields are
 * open because the loops over them are where a search spends its time.
 */
export class Scores {
  /** By section; 0 for one without a figure. */
  readonly values: Float32Array
  /** How often a figure was added, by section. */
  readonly times: Uint16Array
  /** The sections that have a figure: the first `count` numbers of this list. */
  readonly touched: Uint32Array
  count = 0

  /** @param sections - how many there are */
  constructor(sections: number) {
    this.values = new Float32Array(sections)
    this.times = new Uint16Array(sections)
    this.touched = new Uint32Array(sections)
  }

  add(section: number, value: number): void {
    if (!this.times[section]!++) this.touched[this.count++] = section
    this.values[section]! += value
  }

  /** Keeps the greater of the two. @param value - over 0 */
  most(section: number, value: number): void {
    if (!this.times[section]) {
      this.touched[this.count++] = section
      this.times[section] = 1
      this.values[section] = value
    } else if (value > this.values[section]!) {
      this.values[section] = value
    }
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) {
      const section = this.touched[i]!
      this.values[section] = 0
      this.times[section] = 0
    }
    this.count = 0
  }
}
