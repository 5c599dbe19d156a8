package dev.countersign.mock.validate;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.Pair;
import dev.countersign.openapi.contract.Encoding;
import dev.countersign.openapi.contract.Parameter.Style;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.SchemaViolation;
import dev.countersign.openapi.schema.Schemas;
import dev.countersign.openapi.schema.format.Budget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an {@code encoding} demands of one part (OAS 3.1 section 4.8.15).
 *
 * @param types the media types that it may have; empty where any will do
 * @param headers its documented headers; {@code Content-Type} is described elsewhere
 * @param xml reads it where it is to be XML
 */
record PartCheck(Encoding encoding, List<MediaType> types, List<HeaderCheck> headers, Optional<BodyReader> xml) {

    /**
     * The check for a part.
     *
     * @param schema the property's schema; missing when there is none
     */
    static PartCheck of(Encoding encoding, SchemaNode schema, ExpectedTypes expectedTypes, Schemas schemas) {
        // Where style or explode is given, contentType does not count.
        List<MediaType> types = encoding.contentType().filter(text -> !encoding.styled()).stream()
                .flatMap(text -> Structure.split(text, ",").stream())
                .flatMap(type -> MediaType.parse(type.strip()).stream())
                .toList();
        return new PartCheck(
                encoding,
                types,
                encoding.headers().stream()
                        .filter(header -> !header.name().equalsIgnoreCase("Content-Type"))
                        .map(header -> HeaderCheck.of(header, expectedTypes, schemas, Direction.REQUEST))
                        .toList(),
                types.stream().anyMatch(MediaType::isXml)
                        ? Optional.of(XmlBody.of(schema, expectedTypes))
                        : Optional.empty());
    }

    /** Whether a part says that it is of a type that is not documented. */
    boolean refuses(Part part) {
        return part.type().isPresent()
                && !types.isEmpty()
                && types.stream().noneMatch(type -> type.covers(part.type().get()));
    }

    /** What is wrong with the headers. */
    List<SchemaViolation> headers(Part part, String pointer, Budget budget) {
        return headers.stream()
                .flatMap(check -> check.check(part.headers(), budget).stream()
                        .map(one -> new SchemaViolation(
                                pointer,
                                one.keyword(),
                                "has a header \"" + check.header().name() + "\" that " + one.message(),
                                one.schemaPointer())))
                .toList();
    }

    /** The value of a part that is written in a style or in XML; missing for any other. */
    ReadResult read(Part part, ExpectedType property, Budget budget) {
        boolean xmlPart = xml.isPresent()
                && part.type().map(MediaType::isXml).orElse(types.get(0).isXml());
        if (xmlPart && property.isObject()) {
            return xml.get().read(part.type().orElse(types.get(0)), part.content(), budget);
        }
        boolean structured = property.isArray() || property.isObject();
        return encoding.styled() && !encoding.explode() && structured && !part.isFile()
                ? new PairReader("", style(), false, property, Set.of(), UnaryOperator.identity())
                        .read(List.of(new Pair("", part.text())))
                : ReadResult.MISSING;
    }

    private Style style() {
        return encoding.style() == Style.DEEP_OBJECT ? Style.FORM : encoding.style();
    }
}
