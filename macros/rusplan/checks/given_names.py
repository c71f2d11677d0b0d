"""Given names that are common in Sweden, in small letters without accents: what tells a person's name from that of a place or an office."""

NAMES = """
aaron abdi abdullah abraham adam adela adnan agata agnes agneta ahmad ahmed aino ake albert albin aleksandra alexander alexandra alf
alfred ali alice alicia alma alva alvin amanda amelia amina amir anders andrea andreas anette angela anita anja ann anna anneli annelie
annette annica annie annika anton arne aron arvid asa asta astrid august axel barbro beata beatrice bengt benjamin berit bernt bertil
birger birgit birgitta bjorn bo boel borje brita britt camilla carin carina carl carolina caroline catharina catrin cecilia charlie
charlotta charlotte christer christian christina christine christoffer claes clara claudia conny dag dagmar dan daniel daniela david
denise dennis diana ebba edith edvin edward eleonora elias elin elina elisabet elisabeth ella ellen ellinor elsa elsie elvira emanuel
emelie emil emilia emma emmy erica erik erika erland ester eva evelina fanny fatima felicia felix filip filippa folke fredrik fredrika
frida gabriel gabriella gerd gerda gertrud greta gudrun gun gunborg gunilla gunnar gunnel gustaf gustav hakan hampus hanna hannah hannes
hans harald hassan hasse hedda hedvig helen helena helene helge helmer henning henrik herman hilda hilma hjalmar holger hugo ibrahim ida
inez inga ingegerd ingela inger ingmar ingrid ingvar irene iris irma isabella isabelle isak ismail ivar jacob jakob jan jasmine jenny jens
jerker jerry jesper jessica jim jimmy joakim joel johan johanna john johnny jon jonas jonathan jonna jorgen josef josefin josefina
josefine julia julian julius kaj kajsa karim karin karl karolina katarina katrin kennet kenneth kent kerstin kevin khaled kim kjell klara
klas krister kristian kristin kristina kristoffer kurt lars lasse laura lea leif lena lennart leo leon liam lilian lilly lina linda line
linn linnea linus lisa lisbet lisbeth liselott liv lotta louise lova lovisa lucas ludvig lukas magdalena magnus maj maja malin manfred
mans marcus margareta margit margot maria mariam mariana marianne marie marika marina marita markus marlene marta marten martin martina
mathias matilda mats mattias maud max maximilian melker mia michael michaela mikael mikaela milan mirjam moa mohamed mohammad mohammed
mona monica monika morgan mustafa nadia natalie nellie nicklas niclas niklas nils nina nora ola olga olivia olle olof omar oscar oskar ove
par patrick patrik paul paula paulina pauline pelle per pernilla peter petra petter pia pontus ragnar ragnhild rasmus rebecka reine
rickard rikard robert robin roger roland rolf ronja rose ruben rune ruth saga samir samuel sandra sanna sara sebastian selma signe sigrid
sigvard simon siv sixten sofia sofie solveig sonja soren staffan stefan stella stellan stig stina sture susanna susanne svante sven
svetlana tage tea teodor teres teresa terese theodor theresa therese thomas thorbjorn tilda tilde tim tina tobias tom tomas tommy tora
torbjorn tord tore torsten tove tuva tyra ulf ulla ulrica ulrik ulrika urban ursula valdemar vendela vera victor victoria vidar viggo
viktor viktoria vilgot vilhelm vilma vincent viola vivianne william wilma yasmin ylva yngve yusuf yvonne zahra zara
"""
GIVEN_NAMES = frozenset(NAMES.split())
