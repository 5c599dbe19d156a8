package dev.countersign.mock;

import dev.countersign.mock.choose.ResponseChooser;
import dev.countersign.mock.validate.RequestValidator;

/** The steps of one operation, ready to run. */
record CompiledOperation(RequestValidator validator, ResponseChooser chooser) {}
