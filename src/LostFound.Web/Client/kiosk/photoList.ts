// The photos of the item being registered: taken, chosen, shown as thumbnails, taken away again.
import { shrinkPhoto } from "../shared/shrinkPhoto";

export class PhotoList {
  private readonly photos: { blob: Blob; row: HTMLElement; address: string }[] = [];

  constructor(
    private readonly list: HTMLElement,
    private readonly pattern: HTMLTemplateElement,
    private readonly limit: number,
    private readonly onChange: () => void,
  ) {}

  get blobs(): Blob[] {
    return this.photos.map((photo) => photo.blob);
  }

  get isFull(): boolean {
    return this.photos.length >= this.limit;
  }

  /** Returns how many there was no room for. */
  async addFiles(files: readonly File[]): Promise<number> {
    let left = 0;
    for (const file of files) {
      if (this.isFull) left++;
      else this.add(await shrinkPhoto(file));
    }
    return left;
  }

  add(blob: Blob): void {
    const row = this.pattern.content.firstElementChild?.cloneNode(true) as HTMLElement;
    const address = URL.createObjectURL(blob);
    const photo = { blob, row, address };
    const image = row.querySelector("img");
    if (image) {
      image.src = address;
      image.alt = `Photo ${this.photos.length + 1}`;
    }
    row.querySelector("button")?.addEventListener("click", () => this.remove(photo));
    this.photos.push(photo);
    this.list.append(row);
    this.onChange();
  }

  clear(): void {
    for (const photo of [...this.photos]) this.remove(photo);
  }

  private remove(photo: { blob: Blob; row: HTMLElement; address: string }): void {
    this.photos.splice(this.photos.indexOf(photo), 1);
    photo.row.remove();
    URL.revokeObjectURL(photo.address);
    this.onChange();
  }
}
