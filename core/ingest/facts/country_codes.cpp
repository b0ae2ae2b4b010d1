#include <algorithm>
#include <iterator>

#include "places.hpp"

namespace almanac::facts {
namespace {

/// ISO 3166-1: alpha-3 and alpha-2 together, sorted (Debian's iso-codes 4.15.0, LGPL-2.1-or-later).
constexpr std::string_view codes =
    "ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ "
    "BDIBI BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB "
    "BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM "
    "CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER "
    "ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN "
    "GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU "
    "IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG "
    "KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO "
    "MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR "
    "MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR "
    "NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA "
    "REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM "
    "SRBRS SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK "
    "TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC "
    "VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA ZMBZM ZWEZW ";
constexpr std::size_t step = 6;  // five letters and a blank

struct Territory {
  char code[3], country[3];
};
constexpr Territory territories[] = {
    {"HK", "CN"}, {"MO", "CN"}, {"PR", "US"}, {"GU", "US"}, {"VI", "US"}, {"GP", "FR"}, {"MQ", "FR"}, {"RE", "FR"},
    {"GF", "FR"}, {"NC", "FR"}, {"PF", "FR"}, {"YT", "FR"}, {"GL", "DK"}, {"FO", "DK"}, {"AW", "NL"}, {"CW", "NL"},
    {"SX", "NL"}, {"GI", "GB"}, {"JE", "GB"}, {"GG", "GB"}, {"IM", "GB"}, {"BM", "GB"}, {"KY", "GB"}, {"AX", "FI"}};

}  // namespace

std::string_view find_country_code(std::string_view code) noexcept {
  if (code == "UK") return "GB";
  if (code.size() != 2 && code.size() != 3) return {};
  for (std::size_t at = 0; at + 5 <= codes.size(); at += step) {
    const std::string_view alpha2 = codes.substr(at + 3, 2);
    if (code == (code.size() == 2 ? alpha2 : codes.substr(at, 3))) return alpha2;
  }
  return {};
}

bool is_territory_of(std::string_view territory, std::string_view country) noexcept {
  const auto same = [](std::string_view a, const char* b) { return a[0] == b[0] && a[1] == b[1]; };
  return territory.size() == 2 && country.size() == 2 &&
         std::any_of(std::begin(territories), std::end(territories), [&](const Territory& known) {
           return same(territory, known.code) && same(country, known.country);
         });
}

}  // namespace almanac::facts
