// Registering a found item: the page's own form, made quick. Without this script the form posts plainly.
import "./staff";
import { Camera } from "./shared/camera";
import { DraftBox } from "./shared/draft";
import { clearErrors, showErrors, type FormError } from "./shared/formErrors";
import { readFields, writeFields } from "./shared/formFields";
import { photoOf } from "./shared/shrinkPhoto";
import { ColourProposals } from "./kiosk/colourProposals";
import { keepCurrent } from "./kiosk/foundTime";
import { Offline } from "./kiosk/offline/offline";
import { PhotoList } from "./kiosk/photoList";

const SAVE_AFTER_MS = 300;

class Kiosk {
  private readonly photos: PhotoList;
  private readonly proposals: ColourProposals;
  private untouched: string;
  private saving = 0;
  private registering = false;
  private done = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly box: DraftBox,
    private readonly offline: Offline | null,
  ) {
    this.untouched = JSON.stringify(readFields(form));
    this.proposals = new ColourProposals(form, this.part("proposed"), this.part("proposedNews"));
    this.photos = new PhotoList(this.part("shots"), this.part<HTMLTemplateElement>("shot"), Number(form.dataset["maxPhotos"]), () => {
      this.showRoom();
      void this.save();
      void this.proposals.follow(this.photos.blobs[0]);
    });
  }

  async start(): Promise<void> {
    await this.restore();
    this.form.addEventListener("input", () => this.saveSoon());
    this.form.addEventListener("submit", (event) => {
      if (!this.offline) return this.putPhotosIntoField();
      event.preventDefault();
      void this.submit(this.offline);
    });
    this.part("startOver").addEventListener("click", () => void this.startOver());
    this.offline?.start(() => this.next());
    addEventListener("pagehide", () => void this.save());
    this.takeFiles();
    await this.takePictures();
    if (!this.box.keeps) this.say("This browser keeps no drafts: a reload loses what you enter.");
  }

  private async restore(): Promise<void> {
    const draft = await this.box.read();
    // Registered, and the page was gone before it could say so.
    const isDone = draft !== undefined && (await this.offline?.knows(draft.requestId));
    if (isDone) await this.box.clear();
    if (!draft || isDone) {
      this.offline?.begin();
      this.untouched = JSON.stringify(readFields(this.form));
      keepCurrent(this.form);
      return;
    }
    this.requestField.value = draft.requestId;
    writeFields(this.form, draft.fields);
    for (const photo of draft.photos) this.photos.add(photo);
    this.part("draft").hidden = false;
  }

  private async startOver(): Promise<void> {
    await this.box.clear();
    // A fresh page has a fresh request id and the time of now.
    location.assign("/kiosk");
  }

  /** Somebody who types without a pause is saved too: a timer that runs is left alone. */
  private saveSoon(): void {
    this.saving ||= window.setTimeout(() => void this.save(), SAVE_AFTER_MS);
  }

  private async save(): Promise<void> {
    clearTimeout(this.saving);
    this.saving = 0;
    if (this.done) return;
    const fields = readFields(this.form);
    if (this.photos.blobs.length === 0 && JSON.stringify(fields) === this.untouched) return;
    await this.box.write({ requestId: this.requestField.value, fields, photos: this.photos.blobs });
  }

  private takeFiles(): void {
    const input = this.form.querySelector<HTMLInputElement>("input[type=file]");
    // With a camera in the page, this button is for pictures that exist already.
    if (Camera.exists) input?.removeAttribute("capture");
    input?.addEventListener("change", async () => {
      const files = [...(input.files ?? [])];
      input.value = "";
      const left = await this.photos.addFiles(files);
      this.say(left > 0 ? `There is no room for ${left} of these photos.` : "");
    });
  }

  private async takePictures(): Promise<void> {
    if (!Camera.exists) return;
    const video = this.part<HTMLVideoElement>("video");
    const camera = new Camera(video);
    const turnOn = async (): Promise<void> => {
      try {
        await camera.start();
        this.part("viewfinder").hidden = false;
        this.part("cameraOn").hidden = true;
      } catch {
        this.part("cameraOn").hidden = true;
        this.say("The camera did not start. Choose photos instead, or allow the camera in the browser.");
      }
    };
    this.part("shutter").addEventListener("click", async () => {
      if (!this.photos.isFull && video.videoWidth > 0) this.photos.add(await photoOf(video));
    });
    this.part("cameraOn").hidden = false;
    this.part("cameraOn").addEventListener("click", () => void turnOn());
    if (await Camera.isAllowed()) await turnOn();
  }

  private showRoom(): void {
    this.part<HTMLButtonElement>("shutter").disabled = this.photos.isFull;
    this.part("cameraHint").textContent = this.photos.isFull ? "No more photos fit: remove one to take another." : "";
  }

  /** Into the device's own keeping, and there is the label; the server hears of it behind that. */
  private async submit(offline: Offline): Promise<void> {
    if (this.registering) return;
    const fields = readFields(this.form);
    const errors = offline.check(fields);
    if (errors.length > 0) return this.refuse(errors);
    clearErrors(this.form, this.part("errors"));
    this.registering = true;
    this.show("Registering…", true);
    try {
      await this.save();
      const tag = await offline.register(this.requestField.value, fields, this.photos.blobs);
      this.done = true;
      await this.box.clear();
      this.say("");
      // Last: whoever sees the label may press "Next item" at once.
      offline.showLabel(tag);
    } catch (problem) {
      this.say(offline.explain(problem));
    } finally {
      this.registering = false;
      this.busy(false);
    }
  }

  private refuse(errors: FormError[]): void {
    showErrors(this.form, this.part("errors"), errors);
  }

  /** The same page, fresh: nothing has to be loaded for the next thing in the tray. */
  private next(): void {
    this.done = false;
    this.form.reset();
    this.part("draft").hidden = true;
    this.offline?.begin();
    keepCurrent(this.form);
    this.untouched = JSON.stringify(readFields(this.form));
    this.photos.clear();
    scrollTo({ top: 0 });
  }

  /** Sent as without a script, the form takes its photos along in its own field. */
  private putPhotosIntoField(): void {
    const files = new DataTransfer();
    this.photos.blobs.forEach((blob, index) => files.items.add(new File([blob], `photo-${index + 1}.jpg`, { type: blob.type })));
    const input = this.form.querySelector<HTMLInputElement>("input[type=file]");
    if (input) input.files = files.files;
    this.done = true;
    void this.box.clear();
  }

  private show(words: string, busy: boolean): void {
    this.say(words);
    this.busy(busy);
  }

  private busy(busy: boolean): void {
    this.part("sending").hidden = !busy;
    this.part<HTMLButtonElement>("send").disabled = busy;
  }

  private say(words: string): void {
    this.part("progress").textContent = words;
  }

  private get requestField(): HTMLInputElement {
    return this.form.elements.namedItem("request") as HTMLInputElement;
  }

  private part<T extends HTMLElement = HTMLElement>(name: string): T {
    const attribute = name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
    const found = this.form.querySelector<T>(`[data-${attribute}]`);
    if (!found) throw new Error(`The page lacks data-${attribute}`);
    return found;
  }
}

const form = document.querySelector<HTMLFormElement>("form[data-kiosk]");
if (form) void Promise.all([DraftBox.open("lostfound-kiosk"), Offline.open(form)]).then(([box, offline]) => new Kiosk(form, box, offline).start());
