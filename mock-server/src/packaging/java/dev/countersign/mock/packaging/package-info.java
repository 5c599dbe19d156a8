/** What the build does with the packaged server. Compiled and run by the build; no part of any jar. */
package dev.countersign.mock.packaging;
