package dev.countersign.verify.release;

/** A change before it is known to which operation it belongs. */
record Finding(boolean breaking, String place, String what, String advice) {
    static Finding breaking(String place, String what, String advice) {
        return new Finding(true, place, what, advice);
    }

    static Finding compatible(String place, String what, String advice) {
        return new Finding(false, place, what, advice);
    }
}
