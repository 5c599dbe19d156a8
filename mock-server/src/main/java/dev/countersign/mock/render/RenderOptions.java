package dev.countersign.mock.render;

/**
 * How the server as a whole renders.
 *
 * @param violationsInExamples whether what is wrong with a request is put into the contract's own error body
 * @param seed the seed of bodies that are generated once
 */
public record RenderOptions(boolean violationsInExamples, long seed) {}
