package dev.countersign.openapi.schema.format;

import java.util.regex.Pattern;

/** Dates, times and durations (RFC 3339). */
final class Times {
    private static final Pattern DURATION =
            Pattern.compile("P(?:\\d{1,18}W|(?=[\\dT])(?:\\d{1,18}Y)?(?:\\d{1,18}M)?(?:\\d{1,18}D)?"
                    + "(?:T(?=\\d)(?:\\d{1,18}H)?(?:\\d{1,18}M)?(?:\\d{1,18}(?:\\.\\d{1,18})?S)?)?)");
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Times() {}

    static boolean isDate(String text) {
        return text.length() == 10 && isDateAtStart(text);
    }

    static boolean isDateTime(String text) {
        if (text.length() < 20 || !isDateAtStart(text)) {
            return false;
        }
        char separator = text.charAt(10);
        return (separator == 'T' || separator == 't' || separator == ' ') && isTime(text, 11);
    }

    static boolean isTime(String text) {
        return isTime(text, 0);
    }

    static boolean isDuration(String text) {
        return text.length() > 2
                && text.length() < 200
                && DURATION.matcher(text).matches();
    }

    private static boolean isDateAtStart(String text) {
        int century = Ascii.twoDigits(text, 0);
        int yearOfCentury = Ascii.twoDigits(text, 2);
        int month = Ascii.twoDigits(text, 5);
        int day = Ascii.twoDigits(text, 8);
        if (century < 0 || yearOfCentury < 0 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        if (month < 1 || month > 12 || day < 1) {
            return false;
        }
        int year = century * 100 + yearOfCentury;
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return day <= (month == 2 && leap ? 29 : DAYS[month - 1]);
    }

    private static boolean isTime(String text, int start) {
        int hour = Ascii.twoDigits(text, start);
        int minute = Ascii.twoDigits(text, start + 3);
        int second = Ascii.twoDigits(text, start + 6);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return false;
        }
        if (text.charAt(start + 2) != ':' || text.charAt(start + 5) != ':') {
            return false;
        }
        int offset = start + 8;
        if (offset < text.length() && text.charAt(offset) == '.') {
            int fraction = ++offset;
            while (offset < text.length() && Ascii.isDigit(text.charAt(offset))) {
                offset++;
            }
            if (offset == fraction) {
                return false;
            }
        }
        int ahead = offsetMinutes(text, offset);
        // A leap second falls on 23:59:60 in universal time only.
        return ahead != Integer.MIN_VALUE && (second < 60 || Math.floorMod(hour * 60 + minute - ahead, 1440) == 1439);
    }

    /** The minutes by which local time is ahead; the least integer when the text from there on is no offset. */
    private static int offsetMinutes(String text, int start) {
        int rest = text.length() - start;
        if (rest == 1 && (text.charAt(start) == 'Z' || text.charAt(start) == 'z')) {
            return 0;
        }
        if (rest != 6 || text.charAt(start + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = Ascii.twoDigits(text, start + 1);
        int minutes = Ascii.twoDigits(text, start + 4);
        char sign = text.charAt(start);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || (sign != '+' && sign != '-')) {
            return Integer.MIN_VALUE;
        }
        return (sign == '+' ? 1 : -1) * (hours * 60 + minutes);
    }
}
