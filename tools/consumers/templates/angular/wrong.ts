import { Component } from '@angular/core';
import { typed } from './typed.js';

@Component({ selector: 'app-wrong', imports: typed, templateUrl: './wrong.html' })
export class Wrong {
  readonly numbers = ['+12025550101'];

  heard(_: CustomEvent<{ number: string }>): void {}
  focus(_: HTMLInputElement): void {}
}
