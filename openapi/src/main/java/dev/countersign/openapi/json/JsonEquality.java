package dev.countersign.openapi.json;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Equality as JSON Schema means it (2020-12 core, section 4.2.2): 1 and 1.0 are the same value. */
public final class JsonEquality {
    private JsonEquality() {}

    public static boolean equal(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return Numbers.equal(left, right);
        }
        if (left.getNodeType() != right.getNodeType() || left.size() != right.size()) {
            return false;
        }
        if (left.isObject()) {
            for (Map.Entry<String, JsonNode> property : left.properties()) {
                JsonNode other = right.get(property.getKey());
                if (other == null || !equal(property.getValue(), other)) {
                    return false;
                }
            }
            return true;
        }
        if (left.isArray()) {
            for (int index = 0; index < left.size(); index++) {
                if (!equal(left.get(index), right.get(index))) {
                    return false;
                }
            }
            return true;
        }
        return left.equals(right);
    }

    /** Equal values have equal hashes. */
    public static int hash(JsonNode value) {
        if (value.isNumber()) {
            return numberHash(value);
        }
        int hash = value.getNodeType().hashCode();
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                hash += property.getKey().hashCode() ^ 31 * hash(property.getValue());
            }
            return hash;
        }
        if (value.isArray()) {
            for (JsonNode item : value) {
                hash = 31 * hash + hash(item);
            }
            return hash;
        }
        return value.hashCode();
    }

    private static int numberHash(JsonNode number) {
        if (number.isIntegralNumber() && number.canConvertToLong()) {
            return Double.hashCode((double) number.longValue());
        }
        if (!Numbers.isFinite(number)) {
            return Double.hashCode(number.doubleValue());
        }
        BigDecimal exact = number.decimalValue();
        return Double.hashCode(exact.signum() == 0 ? 0 : exact.doubleValue());
    }
}
