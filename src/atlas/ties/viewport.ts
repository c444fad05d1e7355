/**
 * Zoom and pan of a picture: by dragging, by two fingers, by the wheel, by keys. It moves the stage by its own attribute and
 * draws nothing anew: a pan costs what the browser's repainting costs.
 */
import type { Point } from "../model/graph/boxes.ts";

const CLOSEST = 6;
const FARTHEST = 0.5;
/** Of the wheel's way, CSS px, to the zoom's factor. */
const WHEEL = 0.0016;
/** Less is a press with an unsteady hand, CSS px. */
const DRAG = 4;
/** What of the picture stays in view at least. */
const KEPT = 0.2;

export class Viewport {
  readonly #svg: SVGSVGElement;
  readonly #stage: SVGGElement;
  readonly #pointers = new Map<number, Point>();
  #x = 0;
  #y = 0;
  #zoom = 1;
  #frame = 0;
  /** The pointer has gone so far that no press is meant. */
  #dragged = false;

  constructor(svg: SVGSVGElement, stage: SVGGElement, signal: AbortSignal) {
    this.#svg = svg;
    this.#stage = stage;
    svg.addEventListener("wheel", (event) => this.#onWheel(event), { passive: false, signal });
    svg.addEventListener("pointerdown", (event) => this.#onDown(event), { signal });
    svg.addEventListener("pointermove", (event) => this.#onMove(event), { signal });
    for (const type of ["pointerup", "pointercancel"] as const)
      svg.addEventListener(type, (event) => this.#pointers.delete(event.pointerId), { signal });
    // The click that ends a drag is none.
    svg.addEventListener(
      "click",
      (event) => {
        if (this.#dragged) event.stopPropagation();
        this.#dragged = false;
      },
      { capture: true, signal },
    );
    signal.addEventListener("abort", () => cancelAnimationFrame(this.#frame));
  }

  /** `false` where it was no key for it. */
  onKey({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
    if (ctrlKey || altKey || metaKey) return false;
    const step = 60;
    if (key === "+" || key === "=") this.zoomBy(1.25);
    else if (key === "-") this.zoomBy(0.8);
    else if (key === "0") this.fit();
    else if (!shiftKey) return false;
    else if (key === "ArrowLeft") this.#panBy(step, 0);
    else if (key === "ArrowRight") this.#panBy(-step, 0);
    else if (key === "ArrowUp") this.#panBy(0, step);
    else if (key === "ArrowDown") this.#panBy(0, -step);
    else return false;
    return true;
  }

  fit(): void {
    this.#x = 0;
    this.#y = 0;
    this.#zoom = 1;
    this.#draw();
  }

  /** @param at what stays where it is, in the picture's frame; its middle if nothing else is said */
  zoomBy(factor: number, at: Point = this.#middle()): void {
    const zoom = Math.min(CLOSEST, Math.max(FARTHEST, this.#zoom * factor));
    this.#x = at.x - ((at.x - this.#x) * zoom) / this.#zoom;
    this.#y = at.y - ((at.y - this.#y) * zoom) / this.#zoom;
    this.#zoom = zoom;
    this.#draw();
  }

  /**
   * Moves as little as needed for a point of the picture to be in view.
   * @param hidden CSS px at the right that something else covers
   */
  reveal({ x, y }: Point, hidden: number): void {
    const { width, height } = this.#frameSize();
    const margin = 70;
    const right = width - Math.min(width / 2, hidden / this.#scale());
    const at = { x: this.#x + x * this.#zoom, y: this.#y + y * this.#zoom };
    const into = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value)) - value;
    this.#panBy(into(at.x, margin, right - margin), into(at.y, margin / 2, height - margin));
  }

  #frameSize(): { width: number; height: number } {
    const { width, height } = this.#svg.viewBox.baseVal;
    return { width, height };
  }

  #middle(): Point {
    const { width, height } = this.#frameSize();
    return { x: width / 2, y: height / 2 };
  }

  /** CSS px of a unit of the frame. */
  #scale(): number {
    return this.#svg.getScreenCTM()?.a || 1;
  }

  #inFrame({ clientX, clientY }: MouseEvent): Point {
    const matrix = this.#svg.getScreenCTM();
    if (!matrix) return this.#middle();
    return { x: (clientX - matrix.e) / matrix.a, y: (clientY - matrix.f) / matrix.d };
  }

  #panBy(x: number, y: number): void {
    const { width, height } = this.#frameSize();
    const within = (value: number, size: number) =>
      Math.min(size * (1 - KEPT), Math.max(size * (KEPT - this.#zoom), value));
    this.#x = within(this.#x + x, width);
    this.#y = within(this.#y + y, height);
    this.#draw();
  }

  #draw(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#stage.setAttribute("transform", `translate(${this.#x} ${this.#y}) scale(${this.#zoom})`);
    });
  }

  #onWheel(event: WheelEvent): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    this.zoomBy(Math.exp(-event.deltaY * lines * WHEEL), this.#inFrame(event));
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (this.#pointers.size === 0) this.#dragged = false;
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  #onMove(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(now.x - before.x, now.y - before.y);
    if (!this.#dragged && far < DRAG) return;
    if (!this.#dragged) {
      this.#dragged = true;
      // Beyond the picture's edge the drag goes on.
      this.#svg.setPointerCapture(event.pointerId);
    }
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    const scale = this.#scale();
    if (!other) this.#panBy((now.x - before.x) / scale, (now.y - before.y) / scale);
    else {
      const apart = (one: Point) => Math.max(10, Math.hypot(one.x - other.x, one.y - other.y));
      this.zoomBy(apart(now) / apart(before), this.#inFrame(event));
    }
  }
}
