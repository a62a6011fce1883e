// Registering a found item: the page's own form, made quick. Without this script the form posts plainly.
import "./staff";
import { Camera } from "./shared/camera";
import { DraftBox } from "./shared/draft";
import { clearErrors, showErrors, type FormError } from "./shared/formErrors";
import { readFields, writeFields } from "./shared/formFields";
import { photoOf } from "./shared/shrinkPhoto";
import { startBrands } from "./kiosk/brands";
import { checkFacts } from "./kiosk/check";
import { ColourProposals } from "./kiosk/colourProposals";
import { startContents } from "./kiosk/contents";
import { closeFolds, openFilled } from "./kiosk/folds";
import { keepCurrent } from "./kiosk/foundTime";
import { startKeys } from "./kiosk/keys";
import { startKinds } from "./kiosk/kinds";
import { Offline } from "./kiosk/offline/offline";
import { PhotoList } from "./kiosk/photoList";
import { fillSameAgain, leaveSameAgain, rememberForSameAgain, wantsSameAgain } from "./kiosk/sameAgain";
import { askForNoFaces } from "./kiosk/sensitive";
import { startWhereWhen } from "./kiosk/whereWhen";
import { loadWords } from "./kiosk/words";

const SAVE_AFTER_MS = 300;

class Kiosk {
  private readonly photos: PhotoList;
  private readonly proposals: ColourProposals;
  private untouched: string;
  private saving = 0;
  private registering = false;
  /** The item is registered or given up: leaving the page must not bring it back as a draft. */
  private done = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly box: DraftBox,
    private readonly offline: Offline | null,
  ) {
    this.untouched = this.typed();
    this.proposals = new ColourProposals(form, this.part("proposed"), this.part("proposedNews"));
    this.photos = new PhotoList(this.part("shots"), this.part<HTMLTemplateElement>("shot"), Number(form.dataset["maxPhotos"]), () => {
      this.showRoom();
      void this.save();
      void this.proposals.follow(this.photos.blobs[0]);
    });
  }

  async start(): Promise<void> {
    this.makeQuick();
    await this.restore();
    askForNoFaces(this.form);
    // Only now: a draft that comes back must not write over what quick fingers typed already.
    startKeys(this.form, {
      takePhoto: () => (this.part("viewfinder").hidden ? this.form.querySelector<HTMLInputElement>("input[type=file]") : this.part("shutter"))?.click(),
      register: () => this.form.requestSubmit(this.part("send")),
    });
    this.form.addEventListener("input", () => this.saveSoon());
    this.form.addEventListener("submit", (event) => {
      if (!this.offline) return this.putPhotosIntoField();
      event.preventDefault();
      void this.submit(this.offline);
    });
    this.part("startOver").addEventListener("click", () => void this.startOver());
    this.offline?.start((same) => this.next(same));
    addEventListener("pagehide", () => void this.save());
    this.takeFiles();
    await this.takePictures();
    if (!this.box.keeps) this.say("This browser keeps no drafts: a reload loses what you enter.");
  }

  /** What stands beside the form's own fields to make them quick; each part works without the others. */
  private makeQuick(): void {
    startKinds(this.form);
    startBrands(this.form);
    startContents(this.form);
    const sentence = startWhereWhen(this.form);
    this.form.addEventListener("lostfound:restored", () => {
      sentence.show();
      openFilled(this.form);
    });
    // Not everywhere is there a way to wait for an idle moment.
    ("requestIdleCallback" in window ? requestIdleCallback : setTimeout)(() => void loadWords());
  }

  private async restore(): Promise<void> {
    const draft = await this.box.read();
    // Registered, and the page was gone before it could say so.
    const isDone = draft !== undefined && (await this.offline?.knows(draft.requestId));
    if (isDone) await this.box.clear();
    if (draft && !isDone) {
      this.requestField.value = draft.requestId;
      writeFields(this.form, draft.fields);
      this.form.dataset["timeTouched"] = "";
      for (const photo of draft.photos) this.photos.add(photo);
      this.part("draft").hidden = false;
      this.part("sameAgain").hidden = true;
      this.form.dispatchEvent(new Event("lostfound:restored"));
    } else this.begin(wantsSameAgain(this.form));
  }

  /** A fresh form, with what can be known already. */
  private begin(same: boolean): void {
    this.offline?.begin();
    if (!(same && fillSameAgain(this.form))) keepCurrent(this.form);
    this.untouched = this.typed();
    this.form.dispatchEvent(new Event("lostfound:restored"));
  }

  private async startOver(): Promise<void> {
    this.done = true;
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
    if (this.photos.blobs.length === 0 && this.typed() === this.untouched) return;
    await this.box.write({ requestId: this.requestField.value, fields, photos: this.photos.blobs });
  }

  /** What a person changed: a found time that only went on with the clock is no reason to keep a draft. */
  private typed(): string {
    const ownTime = this.form.dataset["timeTouched"] !== undefined;
    return JSON.stringify(readFields(this.form).filter(([name]) => ownTime || !name.startsWith("found-")));
  }

  private takeFiles(): void {
    const input = this.form.querySelector<HTMLInputElement>("input[type=file]");
    // With a camera in the page, this button is for pictures that exist already.
    if (Camera.exists) input?.removeAttribute("capture");
    if (!input) return;
    const take = async (): Promise<void> => {
      const files = [...(input.files ?? [])];
      input.value = "";
      const left = await this.photos.addFiles(files);
      this.say(left > 0 ? `There is no room for ${left} of these photos.` : "");
    };
    input.addEventListener("change", () => void take());
    // Somebody was quicker than this script.
    if (input.files?.length) void take();
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
    const errors = checkFacts(this.form);
    if (errors.length > 0) return this.refuse(errors);
    clearErrors(this.form, this.part("errors"));
    this.registering = true;
    this.show("Registering…", true);
    try {
      await this.save();
      const tag = await offline.register(this.requestField.value, fields, this.photos.blobs);
      rememberForSameAgain(this.form);
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
    openFilled(this.form);
  }

  /** The same page, fresh: nothing has to be loaded for the next thing in the tray. */
  private next(same: boolean): void {
    this.done = false;
    this.form.reset();
    closeFolds(this.form);
    leaveSameAgain(this.form);
    this.part("draft").hidden = true;
    this.photos.clear();
    this.begin(same);
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
