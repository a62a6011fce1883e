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
import { openFilled } from "./kiosk/folds";
import { keepCurrent } from "./kiosk/foundTime";
import { startKeys } from "./kiosk/keys";
import { startKinds } from "./kiosk/kinds";
import { PhotoList } from "./kiosk/photoList";
import { fillSameAgain, rememberForSameAgain, wantsSameAgain } from "./kiosk/sameAgain";
import { offerScanned } from "./kiosk/scanned";
import { send } from "./kiosk/send";
import { startWhereWhen } from "./kiosk/whereWhen";
import { loadWords } from "./kiosk/words";
import { startWedge } from "./scan/wedge";

const SAVE_AFTER_MS = 300;
const LONGEST_WAIT_SECONDS = 30;

class Kiosk {
  private readonly photos: PhotoList;
  private readonly proposals: ColourProposals;
  private readonly untouched: string;
  private saving = 0;
  private sending = false;
  /** The item is registered or given up: leaving the page must not bring it back as a draft. */
  private finished = false;
  private attempt = 0;
  private waiting = 0;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly box: DraftBox,
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
    // Only now: a draft that comes back must not write over what quick fingers typed already.
    startKeys(this.form, {
      takePhoto: () => (this.part("viewfinder").hidden ? this.form.querySelector<HTMLInputElement>("input[type=file]") : this.part("shutter"))?.click(),
      register: () => this.form.requestSubmit(this.part("send")),
    });
    this.form.addEventListener("input", () => this.saveSoon());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit();
    });
    this.part("startOver").addEventListener("click", () => void this.startOver());
    addEventListener("online", () => void (this.waiting && this.submit()));
    addEventListener("pagehide", () => void this.save());
    this.takeFiles();
    await this.takePictures();
    if (!this.box.keeps) this.say("This browser keeps no drafts: a reload loses what you enter.");
  }

  /** What stands beside the form's own fields to make them quick; each part works without the others. */
  private makeQuick(): void {
    // First: a scanner's keys must be caught before they could be taken for shortcuts.
    startWedge((code) => offerScanned(this.part("progress"), code));
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
    if (draft) {
      this.requestField.value = draft.requestId;
      writeFields(this.form, draft.fields);
      this.form.dataset["timeTouched"] = "";
      for (const photo of draft.photos) this.photos.add(photo);
      this.part("draft").hidden = false;
      this.part("sameAgain").hidden = true;
    } else if (!(wantsSameAgain(this.form) && fillSameAgain(this.form))) {
      keepCurrent(this.form);
    }
    this.form.dispatchEvent(new Event("lostfound:restored"));
  }

  private async startOver(): Promise<void> {
    this.finished = true;
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
    if (this.finished) return;
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

  private async submit(): Promise<void> {
    if (this.sending) return;
    const wrong = checkFacts(this.form);
    if (wrong.length > 0) {
      this.showErrors(wrong);
      return;
    }
    this.sending = true;
    clearTimeout(this.waiting);
    this.waiting = 0;
    await this.save();
    this.show("Sending…", true);
    const answer = await send(this.form.action, this.body());
    this.sending = false;
    this.show("", false);
    switch (answer.kind) {
      case "registered":
        rememberForSameAgain(this.form);
        this.finished = true;
        await this.box.clear();
        location.assign(answer.address);
        return;
      case "refused":
        this.attempt = 0;
        this.requestField.value = answer.requestId;
        await this.save();
        this.showErrors(answer.errors);
        return;
      case "signed-out":
        await this.save();
        location.assign("/sign-in?return=/kiosk");
        return;
      case "unreachable":
        this.tryLater();
        return;
    }
  }

  private showErrors(errors: FormError[]): void {
    showErrors(this.form, this.part("errors"), errors);
    openFilled(this.form);
  }

  private tryLater(): void {
    clearErrors(this.form, this.part("errors"));
    const seconds = Math.min(LONGEST_WAIT_SECONDS, 2 ** ++this.attempt);
    this.say(`No connection. Everything is kept here; trying again in ${seconds} seconds.`);
    this.waiting = window.setTimeout(() => void this.submit(), seconds * 1000);
  }

  private body(): FormData {
    const body = new FormData(this.form);
    body.delete("photos");
    this.photos.blobs.forEach((blob, index) => body.append("photos", blob, `photo-${index + 1}.jpg`));
    return body;
  }

  private show(words: string, busy: boolean): void {
    this.say(words);
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
if (form) void DraftBox.open("lostfound-kiosk").then((box) => new Kiosk(form, box).start());
