# METADATA
# title: Dates
# description: >-
#   Days and hours from ISO dates (2026-11-25) and UTC instants (2026-11-25T09:30:00Z). The compiled rules have no clock: the day of the check
#   comes with the input as `asOf`. ISO texts of one form also compare as texts, which is what "before" and "after" use.
package bulwark.lib.date

# Without a day of judgement everything has run out: a caller that forgets it gets findings, never silence.
as_of := object.get(input, "asOf", "9999-12-31")

today := days(as_of)

# Days since 1970-01-01 (negative before) in the proleptic Gregorian calendar, counted in years that begin in March.
days(text) := ((era(text) * 146097) + day_of_era(text)) - 719468

era(text) := floor(march_year(text) / 400)

day_of_era(text) := (((year_of_era(text) * 365) + floor(year_of_era(text) / 4)) - floor(year_of_era(text) / 100)) + day_of_year(text)

year_of_era(text) := march_year(text) - (era(text) * 400)

march_year(text) := year(text) if month(text) > 2

march_year(text) := year(text) - 1 if month(text) <= 2

day_of_year(text) := (floor(((153 * march_month(text)) + 2) / 5) + day(text)) - 1

march_month(text) := month(text) - 3 if month(text) > 2

march_month(text) := month(text) + 9 if month(text) <= 2

year(text) := to_number(substring(text, 0, 4))

month(text) := pair(substring(text, 5, 2))

day(text) := pair(substring(text, 8, 2))

# Hours since 1970-01-01 of an instant; of a date, its first hour.
hours(text) := (days(text) * 24) + clock(text)

clock(text) := 0 if count(text) <= 10

clock(text) := pair(substring(text, 11, 2)) + (pair(substring(text, 14, 2)) / 60) if count(text) > 10

digits := {"0": 0, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8, "9": 9}

pair(text) := (10 * digits[substring(text, 0, 1)]) + digits[substring(text, 1, 1)]

# The calendar day of a date or an instant.
day_of(text) := substring(text, 0, 10)

# Days since then; negative when it is still to come.
age(text) := today - days(text)

# A day that is today or has gone by, compared as text.
is_reached(day) if day <= as_of

# A last day that has gone by.
is_past(text) if days(text) < today

is_future(text) if days(text) > today

# The same day that many years later, to be compared as text.
plus_years(text, years) := concat("", [format_int(year(text) + years, 10), substring(text, 4, 6)])
