# Read numbers, one a line; print those that Debian's Number::Phone does not know as numbers for drama.
use strict;
use warnings;
use Number::Phone;

while (my $number = <STDIN>) {
    chomp $number;
    my $phone = Number::Phone->new('GB', $number);
    print "$number\n" unless defined $phone && $phone->is_drama;
}
