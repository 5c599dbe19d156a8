package dev.countersign.verify.mutation;

import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * One way in which a document can come to differ from what was agreed.
 *
 * @param name what is changed
 * @param place where, as an operation or a schema is called
 * @param field the name of the field that is changed; empty where it is none
 * @param change changes a copy of the bundled document
 */
public record Mutation(String name, String place, String field, Consumer<ObjectNode> change) {}
