/** Phone numbers for the eye, the ear and the line. */
export * from './format.js';
